"""Claims: the attributions of one unit, from its cues.

subjects, participles, first   who speaks, from where the verb stands
closing   claims behind their content: 'content, X said'
opening   claims before it: 'X said content'
according, credited, passives, things   credits without an active verb: 'X's claim that content'
as_told   attributions with 'as': 'As X noted, content'
around, behind, bare, ends, following, marked, unmarked   where the content begins and ends
contrast, joined, meanwhile   what is no longer content: by 'but', by a verb's form, by 'as'
extracted, inner   content of clauses inside others
refuted   views denied in the passive: 'The claim that content was denied by X'
views     what is disputed, voiced or raised: 'blasted claims that content'
"""

from __future__ import annotations

from typing import Final

from newsdoc.lexicon.speech import (
    CLAUSE,
    HEARS,
    INFINITIVE,
    MARKS,
    OBJECT,
    PAST_FORM,
    PHRASE,
    SPEECH,
    THAT,
    THIRD,
)
from newsdoc.lexicon.tags import BE, CONJUNCTION, PERHAPS_PAST, TIME, WEEKDAY, WHO
from newsdoc.model import Stance
from newsdoc.parser.drafts import MentionDraft
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, DASH, OPEN
from newsdoc.parser.phrases import Phrase, is_number, is_verb
from newsdoc.parser.quotes.claims.according import according_to
from newsdoc.parser.quotes.claims.apposed import apposition
from newsdoc.parser.quotes.claims.around import Found, has_verb
from newsdoc.parser.quotes.claims.as_told import called_as
from newsdoc.parser.quotes.claims.bare import is_refrain
from newsdoc.parser.quotes.claims.closing import denied, inverted, trailing
from newsdoc.parser.quotes.claims.ends import content_end
from newsdoc.parser.quotes.claims.first import first_phrase
from newsdoc.parser.quotes.claims.following import names_for_another
from newsdoc.parser.quotes.claims.inner import clipped, how_told, is_open, refuses, tells
from newsdoc.parser.quotes.claims.joined import joined_start
from newsdoc.parser.quotes.claims.marked import needs_marks
from newsdoc.parser.quotes.claims.opening import leading, opening, participle
from newsdoc.parser.quotes.claims.passives import ASKING, asked, heard, omits_auxiliary, passive
from newsdoc.parser.quotes.claims.subjects import can_speak, own_subject, subject_of
from newsdoc.parser.quotes.claims.things import thing, words_of
from newsdoc.parser.quotes.clauses import read_clauses, speaking_clause
from newsdoc.parser.quotes.clauses.verbs import Subject, Verb
from newsdoc.parser.quotes.mentions import Claim, Mentions
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_ELLIPTIC: Final = frozenset({"when", "if", "while"})  # 'when asked whether'
_TAKEN_UP: Final = frozenset({"allegation", "charge", "claim", "paper", "report", "story"})
_BEEN: Final = frozenset({"be", "been"})
_WINDOW: Final = 120  # words: a subject is not looked for further to the left


def _opens(scene: Scene, i: int, first: int) -> bool:
    """Whether a participle at word *i* opens a unit, as in 'In calling it', 'Having called it'.

    So does one joined to the participle that opens it: 'Waving flags and calling it'.
    """
    joined = scene.tags[i - 1] & CONJUNCTION and scene.lowers[first].endswith("ing")
    return i <= first + 1 or (joined > 0 and scene.comma(first, i) == i)


def _insertion_end(scene: Scene, first: int, limit: int) -> int:
    """Return where an insertion behind a subject ends whose verb stands before word *first*.

    It is the comma behind which the main clause has its verb: 'Roe, who spoke on
    Monday, offered a "deal"', 'The union, asking for more, walked out'.
    """
    end = first
    while (end := scene.comma(end + 1, limit)) < limit:
        if is_verb(scene, end) or scene.tags[end] & PERHAPS_PAST:
            return end
    return limit


class UnitReader:
    """Reads the claims that the verbs of one unit make, step by step."""

    def __init__(self, scene: Scene, mentions: Mentions, unit: Unit, verbs: list[Verb]) -> None:
        self.scene = scene
        self.mentions = mentions
        self.unit = unit
        self.verbs = verbs
        self.left: list[Verb] = []  # those that close no content
        self.claims: list[Claim] = []  # in order of their content
        self.free: Verb | None = None  # the last cue without content

    def read_subjects(self) -> None:
        """Tell the subject of each verb."""
        for verb in self.verbs:
            if not verb.noun:
                verb.subject = self.subject(verb)
            if omits_auxiliary(self.scene, self.unit, verb):
                verb.passive, verb.subject = True, None

    def read_closing(self) -> None:
        """Read the claims that stand behind their content, or amid it."""
        floor = self.unit.first
        for verb in self.verbs:
            found = self.closing(verb, floor) if verb.i >= floor else None
            if found is None or is_refrain(self.scene, *found.parts[0]):
                self.left.append(verb)
                continue
            claim = self.add(found, verb, self.speaker(found))
            floor = max(floor, claim.parts[-1][1], verb.i + 1)

    def read_opening(self) -> None:
        """Read the claims that stand before their content, of the verbs that are left."""
        left = self.left
        if len(left) > 1:
            left.sort(key=lambda verb: needs_marks(verb.cue))  # those come last
        for verb in left:
            if not self.said(verb.i):
                self.opening(verb)
        if len(self.claims) > 1:
            self.claims.sort(key=lambda claim: claim.parts[0])

    def subject(self, verb: Verb) -> Subject | None:
        """Return the subject of a verb, who is nobody inside marks: '"Hi, Leeds," said'."""
        subject = subject_of(self.scene, verb, self.unit.first)
        if subject is None or subject.phrase is None:
            return subject
        if taken := apposition(self.scene, subject.phrase[0], self.unit.last):
            subject.phrase = taken[1], max(taken[1] + 1, subject.phrase[1])  # 'a claim | Roe'
        mark_at, (first, last) = self.scene.mark_at, subject.phrase
        if mark_at[last - 1] >= 0 and mark_at[first] == mark_at[last - 1]:
            return None
        told = how_told(self.scene, self.unit, verb, first)
        if told == "not":
            verb.stance = Stance.WITHHOLDS  # 'nobody said', 'neither X nor Y would'
        return subject if told != "open" else None

    def said(self, i: int) -> bool:
        """Whether word *i* is content of a claim."""
        for claim in self.claims:
            for first, last in claim.parts:
                if first <= i < last:
                    return True
        return False

    def closing(self, verb: Verb, floor: int) -> Found | None:
        """Return the attribution that closes or interrupts its content with this cue."""
        scene, unit, frames = self.scene, self.unit, verb.cue.frames
        if verb.noun:
            if verb.cue.lemma == "words":
                return words_of(scene, verb, unit)
            return according_to(scene, verb, unit, floor) if frames & PHRASE else None
        if called := called_as(scene, verb, floor):
            return called
        if verb.cue.form & THIRD and apposition(scene, verb.i, unit.last):
            return None  # ', claims the firm rejects'
        if verb.stance is Stance.DENIES and (taken := denied(scene, verb, unit, floor)):
            return taken
        if verb.passive:
            return heard(scene, verb, unit, floor)
        if not frames & (CLAUSE | SPEECH | THAT) or not verb.finite:
            return None
        found, subject = inverted(scene, verb, unit, floor), verb.subject
        if found is not None:
            verb.stance = verb.cue.stance  # '“No” was all he wrote, said Roe': he denies nothing
        elif subject is not None and subject.how == "own" and subject.phrase:
            return trailing(scene, verb, unit, floor, subject.phrase)
        return found

    def opening(self, verb: Verb) -> None:
        """Add the claim that this cue opens, if it opens one."""
        limit = self.limit(verb)
        noun = verb.noun or verb.cue.form & THIRD
        if noun and any(apposition(self.scene, j, limit) for j in (verb.i - 1, verb.i)):
            return  # ', claims he called “a joke”'
        if found := self.with_speaker(verb, limit):
            self.add(found, verb, self.speaker(found))
            return
        subject = verb.subject
        if subject is None or not can_speak(self.scene, subject, verb):
            return
        found = leading(self.scene, verb, limit)
        if found:
            found = clipped(self.scene, self.unit, found, verb, subject, self.closes_unit)
        if found is None or self.introduces(found, verb):
            if self.free is None or self.free.i < verb.i:
                self.free = verb
        elif names_for_another(self.scene, *found.parts[0]) or self.leads(found):
            return  # 'announced what critics called “a mess”'
        elif is_open(self.scene, self.unit, found, verb, limit):
            return
        else:
            self.tell(found, verb, subject)

    def introduces(self, found: Found, verb: Verb) -> bool:
        """Whether a noun phrase is what the next paragraph is about: 'She explained the plan:'."""
        scene, behind = self.scene, self.unit.last
        if not scene.bits[behind] & COLON or not scene.opens_mark(behind):
            return False
        told = found.why is Rule.BARE and verb.stance is Stance.ASSERTS
        return told and not has_verb(scene, *found.parts[-1])

    def leads(self, found: Found) -> bool:
        """Whether content is but the cue of another's: 'described how she told him: “Go”'."""
        first, last = found.parts[-1]
        cues = (c.i for c in self.claims if c.parts[0][0] == last)
        return found.why == Rule.THAT and any(first <= i < last for i in cues)

    def tell(self, found: Found, verb: Verb, subject: Subject) -> None:
        """Add the claim that a subject makes, whose content was found."""
        if subject.how == "relative" and subject.phrase and tells(self.scene, found):
            self.mentions.part(subject.phrase[0])
        first, last = found.parts[-1]
        found.parts[-1] = first, joined_start(self.scene, self.verbs, verb, first, last)
        if refuses(self.scene, self.verbs, found, verb):
            verb.stance = Stance.WITHHOLDS
        if speaker := self.speaker(found) or self.speaker_of(subject, verb.first):
            found.parts += self.resumed(found.parts[-1][1])
            self.add(found, verb, speaker)

    def resumed(self, last: int) -> list[Phrase]:
        """Return what is told behind a denial at word *last*: ', which he denies, and (that)'."""
        scene, end = self.scene, self.unit.last
        denial = next((c for c in self.claims if c.parts[0][0] == last and self.is_aside(c)), None)
        that = scene.broken(COMMA | DASH, denial.i, end) + 1 if denial else end
        if that + 1 >= end or scene.lowers[that] != "that" or is_verb(scene, that + 1):
            return []  # ', and that is why'
        if scene.tags[that + 1] & (TIME | WEEKDAY) or scene.lowers[that + 1] in _TAKEN_UP:
            return []  # ', and that night', 'and that claim cost him his job'
        end = min((c.parts[0][0] for c in self.claims if c.parts[0][0] > that), default=end)
        joins = scene.tags[that - 1] & CONJUNCTION
        return [(that, content_end(scene, that, end))] if joins else []

    def is_aside(self, claim: Claim) -> bool:
        """Whether a claim denies what is told before it: ', which he denies', ', a claim'."""
        aside = claim.why == Rule.TRAILING and self.scene.mark_at[claim.parts[0][0]] < 0
        return aside and claim.stance is Stance.DENIES

    def with_speaker(self, verb: Verb, limit: int) -> Found | None:
        """Return what a cue opens whose speaker, if any, is no subject to its left."""
        scene, unit, cue = self.scene, self.unit, verb.cue
        if verb.noun:
            return thing(scene, verb, limit, unit.first)
        if verb.passive:
            parted = scene.lowers[verb.first] in _BEEN  # from its auxiliary
            told = own_subject(scene, verb.first, unit.first) if parted else None
            if told and how_told(scene, unit, verb, told[0]) == "open":
                return None  # 'Had he been told that it was shut, …'
            return passive(scene, verb, limit)
        if cue.lemma in ASKING and self.elliptic(verb):
            return asked(scene, verb, limit)
        having = scene.lowers[verb.first] == "having"
        if (having or not verb.finite) and _opens(scene, verb.head, unit.first):
            return participle(scene, verb, limit)
        if verb.i == unit.first and cue.form & (PAST_FORM | THIRD):
            return opening(scene, verb, unit)
        return None

    def limit(self, verb: Verb) -> int:
        """Return the word that content behind a verb cannot reach.

        It is that of the next claim, or the verb that an insertion parts from its subject:
        'Roe, saying she was sorry, told the court'.
        """
        limit, i, bits, words = self.unit.last, verb.i, self.scene.bits, self.scene.words
        if words.text.find(")", words.starts[i], words.starts[limit - 1]) >= 0:
            limit = self.bracket_end(verb)
        for claim in self.claims:
            if i < claim.parts[0][0] < limit:
                limit = claim.parts[0][0]
                if i < claim.i < limit and claim.why == Rule.ACCORDING_TO:
                    limit = claim.i - (self.scene.tags[claim.i - 1] & CONJUNCTION > 0)
        who = verb.subject
        if who and who.how == "relative" and who.phrase and bits[who.phrase[0]] & COMMA:
            if self.closes_unit(verb):
                return limit
            return _insertion_end(self.scene, verb.last + 1, limit)
        near = range(verb.first - 1, max(self.unit.first, verb.first - _WINDOW), -1)
        comma = next((j for j in near if bits[j] & COMMA), 0)  # ', who left after saying'
        opens = comma if self.scene.tags[comma] & WHO else verb.first
        inserted = bits[opens] & COMMA and not verb.finite
        if inserted and not has_verb(self.scene, self.unit.first, opens):
            end = _insertion_end(self.scene, verb.last + 1, limit)
            whole = verb.cue.frames & OBJECT or has_verb(self.scene, verb.last + 1, end)
            return end if whole else limit  # 'saying the plan, a loss, was dead'
        return limit

    def bracket_end(self, verb: Verb) -> int:
        """Return the word behind the brackets that a verb stands in, or the end of the unit."""
        bits, last = self.scene.bits, self.unit.last
        closes = next((j for j in range(verb.last + 1, last) if bits[j] & (OPEN | CLOSE)), last)
        near = range(verb.first, self.unit.first - 1, -1)
        opens = next((j for j in near if bits[j] & (OPEN | CLOSE)), 0)
        return closes if bits[opens] & OPEN else last

    def closes_unit(self, verb: Verb) -> bool:
        """Whether an attribution that a verb belongs to closes the unit: '…, said X, who added'."""
        before = [claim for claim in self.claims if claim.i < verb.i]
        return bool(before) and all(last <= before[-1].i for _, last in before[-1].parts)

    def elliptic(self, verb: Verb) -> bool:
        """Whether the verb stands without subject and auxiliary: 'when asked whether'."""
        scene, i, first = self.scene, verb.i, self.unit.first
        if i == first or scene.bits[i] & BREAK:
            own = verb.subject is not None and verb.subject.how == "own"
            return not own  # 'Roe, a pilot, asked whether'
        if scene.lowers[i - 1] == "and":  # 'Roe was held and asked why', not 'left and asked'
            first = max(first, i - _WINDOW)
            acts = speaking_clause(scene, read_clauses(scene, first, i), i)
            return acts is None or any(t & BE for t in scene.tags[acts.verb : acts.verb + 2])
        return scene.lowers[i - 1] in _ELLIPTIC

    def speaker(self, found: Found) -> MentionDraft | None:
        """Return the mention of the speaker that a pattern found."""
        return self.mentions.of(found.speaker) if found.speaker else None

    def speaker_of(self, subject: Subject, before: int) -> MentionDraft | None:
        """Return the mention of the speaker that a subject is."""
        if subject.phrase is not None:
            return self.mentions.of(subject.phrase)
        return self.shared(before)

    def shared(self, before: int) -> MentionDraft | None:
        """Return the speaker of the clause that word *before* belongs to."""
        first = max(self.unit.first, before - _WINDOW)
        clause = speaking_clause(self.scene, read_clauses(self.scene, first, before), before)
        earlier = [c for c in self.claims if c.i < before and c.speaker is not None]
        joins = before - 1
        if self.scene.tags[joins] & CONJUNCTION and self.scene.bits[joins] & COMMA:
            earlier = [c for c in earlier if not self.is_aside(c)]  # ', which he denies, and says'
        if earlier:
            last = max(earlier, key=lambda c: c.i)
            if clause is None or last.i >= clause.verb:
                return last.speaker
            when = clause.subject[0] - 1
            if any(when == first for c in self.claims for first, _ in c.parts):
                return last.speaker  # 'would not say when it would open, adding that'
            counted = is_number(self.scene, clause.subject[1] - 1)  # 'and 30 hurt, adding'
            if (counted or self.scene.tags[before - 1] & CONJUNCTION) and self.said(clause.verb):
                return last.speaker  # 'saying it had failed and calling'
        phrase = clause.subject if clause else self.last_subject(before)
        if phrase is None or (clause and clause.tie == "content"):
            phrase = first_phrase(self.scene, self.unit, before) or phrase
        return self.mentions.of(phrase) if phrase else None

    def last_subject(self, before: int) -> Phrase | None:
        """Return the subject of the last cue before word *before* that has one of its own."""
        for verb in reversed(self.verbs):
            if verb.i < before and verb.subject and verb.subject.how == "own":
                return verb.subject.phrase
        return None

    def speaker_from(self, first: int) -> MentionDraft | None:
        """Return the subject that starts at word *first*, of a verb of saying."""
        for verb in self.verbs:
            phrase = verb.subject.phrase if verb.subject else None
            if phrase and phrase[0] == first and verb.cue.frames & (CLAUSE | INFINITIVE | MARKS):
                return self.mentions.of(phrase)
        return None

    def add(self, found: Found, verb: Verb, speaker: MentionDraft | None) -> Claim:
        """Add a claim; of what a forum hears it is not told who says it: 'the court heard that'."""
        words = self.scene.words
        speaker = None if verb.cue.frames & HEARS else speaker
        cue = words.starts[verb.head], words.end(verb.last)
        claim = Claim(found.parts, speaker, cue, verb.stance, found.why, verb.i)
        self.claims.append(claim)
        return claim

"""The reader: the units of a text, one after another, to quotes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from newsdoc.lexicon.speech import CLAUSE, PAST_FORM, PHRASE, SPEECH, THING, THIRD, SpeechWords
from newsdoc.model import Stance
from newsdoc.parser.drafts import MentionDraft, Pair, QuoteDraft
from newsdoc.lexicon.tags import DETERMINER, SUBJECT
from newsdoc.parser.marks import Marked
from newsdoc.parser.phrases import Phrase, right_phrase
from newsdoc.parser.quotes.attributions import (
    Found,
    according_to,
    asked,
    inverted,
    leading,
    opening,
    thing,
    trailing,
)
from newsdoc.parser.quotes.clauses import read_clauses, speaking_clause
from newsdoc.parser.quotes.scene import BREAK, COLON, Scene, Unit
from newsdoc.parser.quotes.subjects import How, subject_of
from newsdoc.parser.quotes.verbs import Verb, verb_at
from newsdoc.parser.words import Words


class Claim:
    """An attribution within a unit."""

    __slots__ = ("cue", "i", "parts", "speaker", "stance", "why")

    def __init__(self, found: Found, speaker: MentionDraft | None, verb: Verb, cue: Pair) -> None:
        self.parts = found.parts
        self.speaker = speaker
        self.cue = cue
        self.i = verb.i
        self.stance = verb.stance
        self.why = found.why


class Reader:
    """Reads the quotes of one text."""

    def __init__(self, scene: Scene, speech: SpeechWords) -> None:
        self.scene = scene
        self.speech = speech
        self.words = scene.words
        self.mentions: dict[Phrase, MentionDraft] = {}
        self.out: list[QuoteDraft] = []
        self.last_speaker: MentionDraft | None = None
        self.taken = bytearray(len(scene.words) + 1)

    def read(self) -> list[QuoteDraft]:
        """Return the quotes, in order."""
        scene, cues, marks = self.scene, self.scene.cues, self.scene.marks
        at = m = 0
        block = -1
        previous: QuoteDraft | None = None
        before: Unit | None = None
        for unit in scene.units:
            if unit.block != block:
                block = unit.block
                previous = None
            at0, m0 = bisect_left(cues, unit.first, at), m
            at = bisect_left(cues, unit.last, at0)
            while m < len(marks) and marks[m].first < unit.last:
                m += 1
            drafts: list[QuoteDraft] = []
            if at0 < at:
                drafts = [self.draft(claim) for claim in self.read_unit(unit, cues[at0:at])]
                self.out.extend(drafts)
                self.remember(drafts)
            loose = [k for k in range(m0, m) if not self.taken[marks[k].first]]
            if loose:
                previous = self.read_loose(unit, loose, previous, drafts, before)
            else:
                previous = drafts[-1] if drafts else None
            before = unit
        return disjoint(self.words, self.out)

    def remember(self, drafts: list[QuoteDraft]) -> None:
        """Note who spoke last."""
        for draft in drafts:
            if draft.speaker is not None:
                self.last_speaker = draft.speaker

    def draft(self, claim: Claim) -> QuoteDraft:
        """Return the quote of a claim."""
        scene = self.scene
        content = [scene.part(a, b) for a, b in claim.parts]
        quoted = [q for part in content for q in scene.quoted(part)]
        for a, b in claim.parts:
            self.taken[a:b] = b"\1" * (b - a)
        return QuoteDraft(content, quoted, claim.speaker, claim.cue, claim.stance, claim.why)

    def mention(self, phrase: Phrase, why: str) -> MentionDraft:
        """Return the mention that the words of *phrase* are; the same words are the same mention."""
        found = self.mentions.get(phrase)
        if found is None:
            a, b = phrase
            end = self.words.end(b - 1)
            gap = self.words.gaps[b]
            text = self.words.text
            if gap[:1] == ")" and "(" in text[self.words.starts[a] : end]:
                end += 1
            elif gap[:2] == ".)" and "(" in text[self.words.starts[a] : end]:
                end += 2
            found = self.mentions[phrase] = MentionDraft(self.words.starts[a], end, why)
        return found

    # --- units ---

    def read_unit(self, unit: Unit, cues: list[int]) -> list[Claim]:
        """Return the claims of a unit."""
        scene = self.scene
        verbs = [v for i in cues if (v := verb_at(scene, self.speech, i, unit)) is not None]
        known = {v.i for v in verbs}
        for i in cues:
            cue = self.speech.cues[scene.words.lowers[i]]
            if cue.frames & THING and i not in known and not cue.frames & PHRASE:
                verbs.append(Verb(i, cue, i, i, False, False, False, cue.stance))
        verbs.sort()
        claims: list[Claim] = []
        floor = unit.first
        busy: set[int] = set()
        subjects = {}
        for verb in verbs:
            found = self.closing(verb, unit, floor, subjects)
            if found is not None:
                claim = self.claim(found, verb, self.mention(found.speaker, found.why) if found.speaker else None)
                claims.append(claim)
                for a, b in claim.parts:
                    busy.update(range(a, b))
                floor = max(floor, max(b for _, b in claim.parts), verb.i + 1)
        for verb in verbs:
            if verb.i in busy or any(c.i == verb.i for c in claims) or verb.cue.frames & PHRASE and not verb.cue.form:
                continue
            limit = min([c.parts[0][0] for c in claims if c.parts[0][0] > verb.i], default=unit.last)
            other = None
            if verb.i not in known:
                other = thing(scene, verb, limit, unit.first)
                if other is None:
                    continue
            elif verb.passive or (verb.i == verb.first and verb.cue.lemma == "ask" and self.elliptic(verb, unit)):
                other = asked(scene, verb, limit)
            elif verb.i == unit.first and verb.cue.form & (PAST_FORM | THIRD):
                other = opening(scene, verb, unit)
            if other is not None:
                claim = self.claim(other, verb, self.mention(other.speaker, other.why) if other.speaker else None)
                claims.append(claim)
                for a, b in claim.parts:
                    busy.update(range(a, b))
                continue
            subject = subjects[verb.i] if verb.i in subjects else subject_of(scene, verb, unit.first)
            if subject is None:
                continue
            found = leading(scene, verb, limit)
            if found is None:
                continue
            if subject.how is How.SHARED:
                speaker = self.shared_speaker(unit, verb.first, claims)
                if speaker is None:
                    continue
            else:
                speaker = self.mention(subject.phrase, "subject")
            claim = self.claim(found, verb, speaker)
            claims.append(claim)
            for a, b in claim.parts:
                busy.update(range(a, b))
        claims.sort(key=lambda c: c.parts[0])
        return claims

    def closing(self, verb: Verb, unit: Unit, floor: int, subjects: dict) -> Found | None:
        """Return the attribution that closes or interrupts its content with this cue."""
        scene = self.scene
        if verb.cue.frames & THING and not verb.finite:
            return None
        if not verb.cue.form:
            return according_to(scene, verb, unit, floor)
        if not verb.cue.frames & (CLAUSE | SPEECH) or not verb.finite or verb.to or verb.passive:
            return None
        found = inverted(scene, verb, unit, floor)
        if found is None and verb.first > floor:
            subject = subjects[verb.i] = subject_of(scene, verb, unit.first)
            if subject is not None and subject.how is How.OWN and subject.phrase is not None:
                found = trailing(scene, verb, unit, floor, subject.phrase)
        return found

    def elliptic(self, verb: Verb, unit: Unit) -> bool:
        """Whether the verb stands without a subject and auxiliary: 'Asked whether', 'when asked if'."""
        i = verb.i
        if i == unit.first:
            return True
        return self.words.lowers[i - 1] in {"when", "if", "while", "and"} or bool(self.scene.bits[i] & BREAK)

    def claim(self, found: Found, verb: Verb, speaker: MentionDraft | None) -> Claim:
        last = verb.i + 1 if verb.cue.lemma == "according" else verb.i
        cue = self.words.starts[verb.head], self.words.end(last)
        return Claim(found, speaker, verb, cue)

    def shared_speaker(self, unit: Unit, before: int, claims: list[Claim]) -> MentionDraft | None:
        """Return the speaker of the clause that word *before* belongs to."""
        clause = speaking_clause(read_clauses(self.scene, unit.first, before), before)
        earlier = [c for c in claims if c.i < before and c.speaker is not None]
        if earlier and (clause is None or earlier[-1].i >= clause.verb):
            return earlier[-1].speaker
        return None if clause is None else self.mention(clause.subject, "shared-subject")

    # --- marked spans without a cue ---

    def read_loose(self, unit: Unit, loose: list[int], previous: QuoteDraft | None,
                   drafts: list[QuoteDraft], before: Unit | None) -> QuoteDraft | None:
        """Read the marked spans of a unit that no cue has claimed."""
        marks = self.scene.marks
        for k in loose:
            mark = marks[k]
            whole = mark.first == unit.first and mark.last >= unit.last
            part = (mark.start, mark.end)
            if mark.continues and previous is None and self.out:
                previous = self.out[-1]
            if whole and previous is not None and previous.quoted:
                previous.content.append(part)
                previous.quoted.append(part)
                self.last_speaker = previous.speaker or self.last_speaker
            elif whole:
                speaker = self.loose_speaker(unit, previous, before)
                previous = QuoteDraft([part], [part], speaker, None, Stance.ASSERTS, "loose")
                self.out.append(previous)
                self.last_speaker = speaker or self.last_speaker
            elif mark.last - mark.first >= 6:
                speaker = self.speaker_behind(unit, mark) or self.shared_speaker(unit, mark.first, [])
                speaker = speaker or (drafts[-1].speaker if drafts else self.last_speaker)
                previous = QuoteDraft([part], [part], speaker, None, Stance.ASSERTS, "loose-part")
                self.out.append(previous)
                self.last_speaker = speaker or self.last_speaker
            self.taken[mark.first : mark.last] = b"\1" * (mark.last - mark.first)
        return previous

    def speaker_behind(self, unit: Unit, mark: Marked) -> MentionDraft | None:
        """Return the subject behind a mark that goes on: '"No," she went on'."""
        j = mark.last
        scene = self.scene
        if j >= unit.last or scene.words.text[mark.end - 1] not in ",?!":
            return None
        end = right_phrase(scene, j, unit.last, full=True)
        if end <= j or end >= unit.last or not (scene.tags[j] & SUBJECT or scene.capital(j) or scene.tags[j] & DETERMINER):
            return None
        return self.mention((j, end), "behind-marks")

    def loose_speaker(self, unit: Unit, previous: QuoteDraft | None, before: Unit | None) -> MentionDraft | None:
        """Return the speaker of a marked unit without a cue."""
        if previous is not None:
            return previous.speaker
        if before is None:
            return None
        if before.block == unit.block or self.scene.bits[unit.first] & COLON:
            return self.shared_speaker(before, before.last, []) or self.last_speaker
        return self.last_speaker


def disjoint(words: Words, drafts: list[QuoteDraft]) -> list[QuoteDraft]:
    """Return the drafts in order, without those whose content another one holds already."""
    kept: list[QuoteDraft] = []
    held = bytearray(len(words) + 1)
    for draft in sorted(drafts, key=lambda d: d.cue is None):
        draft.content.sort()
        draft.quoted.sort()
        parts = list(draft.content)
        if draft.speaker is not None:
            parts.append((draft.speaker.start, draft.speaker.end))
            parts.sort()
        if any(a[1] > b[0] for a, b in pairwise(parts)):
            continue
        ranges = [(words.after(start), words.after(end)) for start, end in draft.content]
        if any(held.find(1, a, b) >= 0 for a, b in ranges):
            continue
        for a, b in ranges:
            held[a:b] = b"\1" * (b - a)
        kept.append(draft)
    kept.sort(key=lambda d: d.content[0])
    return kept

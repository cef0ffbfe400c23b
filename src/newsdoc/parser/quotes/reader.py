"""The reader: cues to quotes."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newsdoc.lexicon.speech import (
    BASE,
    CLAUSE,
    ING,
    INFINITIVE,
    LISTENER,
    MARKS,
    NOUN,
    OBJECT,
    OF,
    PARTICIPLE,
    PAST_FORM,
    PHRASE,
    SPEECH,
    THAT,
    THIRD,
    Cue,
    SpeechWords,
)
from newsdoc.lexicon.tags import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    COMPLEMENTIZER,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    MONTH,
    NEGATION,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    WEEKDAY,
)
from newsdoc.model import Stance
from newsdoc.parser.drafts import MentionDraft, Pair, QuoteDraft
from newsdoc.parser.phrases import Phrase, is_verb, left_phrase, right_phrase
from newsdoc.parser.quotes.scene import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    JOIN,
    MARK,
    SEMICOLON,
    Scene,
    Unit,
)

_WHEN: Final = WEEKDAY | MONTH | TIME
_RIGHT: Final = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
_BE: Final = frozenset({"be", "been", "being", "is", "are", "was", "were", "am", "s", "re"})


class Verb:
    """A verb group: the cue with what stands before it."""

    __slots__ = ("aux", "cue", "first", "i", "negated", "to")

    def __init__(
        self, i: int, cue: Cue, first: int, aux: list[str], negated: bool, to: bool
    ) -> None:
        self.i = i
        self.cue = cue
        self.first = first
        self.aux = aux
        self.negated = negated
        self.to = to


class Claim:
    """An attribution within a unit."""

    __slots__ = ("cue", "last", "parts", "speaker", "stance", "why")

    def __init__(
        self,
        parts: list[tuple[int, int]],
        speaker: MentionDraft | None,
        cue: Pair | None,
        stance: Stance,
        why: str,
    ) -> None:
        self.parts = parts  # word ranges
        self.speaker = speaker
        self.cue = cue
        self.stance = stance
        self.why = why


class Reader:
    """Reads the quotes of one text."""

    def __init__(self, scene: Scene, speech: SpeechWords) -> None:
        self.scene = scene
        self.cues = speech.cues
        self.words = scene.words
        self.tags = scene.tags
        self.bits = scene.bits
        self.lowers = scene.words.lowers
        self.mentions: dict[Phrase, MentionDraft] = {}
        self.out: list[QuoteDraft] = []
        self.last_speaker: MentionDraft | None = None
        self.taken = bytearray(len(scene.words) + 1)

    # --- the whole ---

    def read(self) -> list[QuoteDraft]:
        scene, cues = self.scene, self.scene.cues
        at = 0
        block = -1
        previous: QuoteDraft | None = None
        marks, m = scene.marks, 0
        for unit in scene.units:
            if unit.block != block:
                block = unit.block
                previous = None
                if m and marks[m - 1].runs_on and self.out:
                    previous = self.out[-1]
            at0 = at
            while at < len(cues) and cues[at] < unit.first:
                at += 1
            at0 = at
            while at < len(cues) and cues[at] < unit.last:
                at += 1
            m0 = m
            while m < len(marks) and marks[m].first < unit.last:
                m += 1
            if at0 == at and m0 == m:
                previous = None
                continue
            claims = self.read_unit(unit, cues[at0:at])
            drafts = [self.draft(c) for c in claims]
            self.out.extend(drafts)
            if drafts:
                named = [d for d in drafts if d.speaker]
                if named:
                    self.last_speaker = named[-1].speaker
            loose = [k for k in range(m0, m) if not self.taken[marks[k].first]]
            if loose:
                previous = self.read_loose(unit, loose, previous, drafts)
            elif drafts:
                previous = drafts[-1]
        return _disjoint(self.out)

    def draft(self, claim: Claim) -> QuoteDraft:
        scene = self.scene
        content = [scene.part(a, b) for a, b in claim.parts]
        quoted = [q for part in content for q in scene.quoted(part)]
        for a, b in claim.parts:
            self.taken[a:b] = b"\1" * (b - a)
        return QuoteDraft(content, quoted, claim.speaker, claim.cue, claim.stance, claim.why)

    def mention(self, phrase: Phrase | None, why: str) -> MentionDraft | None:
        if phrase is None:
            return None
        found = self.mentions.get(phrase)
        if found is None:
            a, b = phrase
            end = self.words.end(b - 1)
            gap = self.words.gaps[b]
            if gap[:1] == ")":
                end += 1
            found = self.mentions[phrase] = MentionDraft(self.words.starts[a], end, why)
        return found

    # --- marked spans without a cue ---

    def read_loose(
        self, unit: Unit, loose: list[int], previous: QuoteDraft | None, drafts: list[QuoteDraft]
    ) -> QuoteDraft | None:
        scene, marks = self.scene, self.scene.marks
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
                new = QuoteDraft([part], [part], self.last_speaker, None, Stance.ASSERTS, "loose")
                self.out.append(new)
                previous = new
            elif mark.last - mark.first >= 6:
                speaker = drafts[-1].speaker if drafts else self.last_speaker
                new = QuoteDraft([part], [part], speaker, None, Stance.ASSERTS, "loose-part")
                self.out.append(new)
                previous = new
            self.taken[mark.first : mark.last] = b"\1" * (mark.last - mark.first)
        return previous

    # --- units ---

    def read_unit(self, unit: Unit, cues: list[int]) -> list[Claim]:
        claims: list[Claim] = []
        floor = unit.first
        verbs: list[Verb] = []
        for i in cues:
            verb = self.verb_at(i, unit)
            if verb is not None:
                verbs.append(verb)
        spoken: list[Phrase] = []
        busy = bytearray(unit.last - unit.first + 1)
        for verb in verbs:
            claim = self.trailing(verb, unit, floor)
            if claim is not None:
                claims.append(claim)
                for a, b in claim.parts:
                    busy[a - unit.first : b - unit.first] = b"\1" * (b - a)
                floor = max(floor, max(b for _, b in claim.parts), verb.i + 1)
        floor = unit.first
        speaker: MentionDraft | None = None
        for verb in verbs:
            mine = next(
                (c for c in claims if c.cue and c.cue[0] == self.words.starts[verb.i]), None
            )
            if mine is not None:
                speaker = mine.speaker
                continue
            if busy[verb.i - unit.first] or verb.i < floor:
                continue
            later = [c for c in claims if c.parts[0][0] > verb.i]
            limit = min([c.parts[0][0] for c in later], default=unit.last)
            claim = self.leading(verb, unit, floor, limit, speaker)
            if claim is not None:
                claims.append(claim)
                for a, b in claim.parts:
                    busy[a - unit.first : b - unit.first] = b"\1" * (b - a)
                speaker = claim.speaker or speaker
        claims.sort(key=lambda c: c.parts[0])
        return claims

    # --- verbs ---

    def verb_at(self, i: int, unit: Unit) -> Verb | None:
        cue = self.cues[self.lowers[i]]
        tags, lowers, bits = self.tags, self.lowers, self.bits
        if cue.frames & PHRASE and cue.lemma in {"according", "per"}:
            return Verb(i, cue, i, [], False, False)
        if bits[i + 1] & JOIN and self.words.gaps[i + 1] == "-":
            return None
        if bits[i] & JOIN and self.words.gaps[i] == "-":
            return None
        j = i - 1
        aux: list[str] = []
        negated = to = False
        while j >= unit.first and not bits[j + 1] & BREAK:
            t = tags[j]
            if t & AUXILIARY or (t & CLITIC and bits[j] & JOIN and lowers[j] != "s"):
                aux.append(lowers[j])
            elif lowers[j] == "s" and bits[j] & JOIN and cue.form & (PARTICIPLE | ING):
                aux.append("s")
            elif t & NEGATION and not t & PRONOUN:
                pass
            elif lowers[j] == "to" and cue.form & BASE:
                to = True
            elif not t & ADVERB or t & (DETERMINER | TIME):
                break
            if t & NEGATION:
                negated = True
            j -= 1
        first = j + 1
        if j >= unit.first and not bits[j + 1] & BREAK:
            t = tags[j]
            if lowers[j] == "s" and bits[j] & JOIN:
                return None
            if first == i and not to and t & (DETERMINER | POSSESSIVE) and not t & PRONOUN:
                return None
            if first == i and t & PREPOSITION and not cue.form & ING:
                return None
        if cue.form & BASE and cue.frames & NOUN and not aux and not to:
            return None
        if cue.form & THIRD and cue.frames & NOUN and not self.says(i, first, unit):
            return None
        return Verb(i, cue, first, aux, negated, to)

    def says(self, i: int, first: int, unit: Unit) -> bool:
        """Whether an ambiguous -s form is a verb."""
        if first == unit.first:
            return False
        before = self.tags[first - 1]
        if before & SUBJECT:
            return True
        if i + 1 < unit.last and self.lowers[i + 1] in {"that", "it", "he", "she", "they"}:
            return True
        return False

    # --- content before the cue ---

    def trailing(self, verb: Verb, unit: Unit, floor: int) -> Claim | None:
        """`content, X said` and `content, said X`, with what goes on behind."""
        cue, i = verb.cue, verb.i
        bits = self.bits
        if cue.lemma in {"according", "per"}:
            return self.according(verb, unit, floor)
        if not cue.frames & (CLAUSE | SPEECH) or not cue.form & (PAST_FORM | THIRD | BASE):
            return None
        if verb.to or verb.negated:
            return None
        if "s" in verb.aux or any(a in _BE for a in verb.aux[:1]):
            return None
        # inverted: content, said X
        if verb.first == i and i > floor and bits[i] & (COMMA | MARK) and i + 1 < unit.last:
            if not bits[i + 1] & BREAK and (self.tags[i + 1] & SUBJECT or self.noun_ahead(i + 1)):
                if self.bits[i] & MARK or cue.form & (PAST_FORM | THIRD):
                    end = right_phrase(self.scene, i + 1, unit.last, full=True)
                    if end > i + 1 and self.left_content_ok(floor, i):
                        who = self.mention((i + 1, end), "inverted")
                        return self.around(verb, floor, i, end, unit, who, "inverted")
        first = verb.first
        if first <= floor or bits[first] & (BREAK & ~(COMMA | CLOSE | DASH)):
            return None
        start = self.subject_start(first, floor)
        if start is None or start <= floor:
            return None
        tail = self.tail(i + 1, unit)
        if tail == "clause":
            return None
        if not bits[start] & (COMMA | MARK | DASH):
            return None
        if not self.left_content_ok(floor, start):
            return None
        who = self.mention((start, first), "subject")
        return self.around(verb, floor, start, i + 1, unit, who, "trailing")

    def noun_ahead(self, j: int) -> bool:
        t = self.tags[j]
        if self.scene.capital(j):
            return True
        return (
            bool(t & DETERMINER)
            and not t & (RELATIVE | COMPLEMENTIZER)
            or (
                not t
                & (
                    PREPOSITION
                    | ADVERB
                    | CONJUNCTION
                    | COMPLEMENTIZER
                    | SUBORDINATOR
                    | AUXILIARY
                    | PRONOUN
                    | TIME
                    | DETERMINER
                )
                and not self.lowers[j].endswith("ing")
            )
        )

    def left_content_ok(self, floor: int, end: int) -> bool:
        """Whether the words from floor to end can be content, not an adverbial."""
        if self.scene.mark_at[end - 1] >= 0:
            return True
        t = self.tags[floor]
        if end - floor < 3:
            return False
        if (
            t & (PREPOSITION | SUBORDINATOR | ADVERB)
            or self.lowers[floor].endswith(("ing", "ed"))
            and not self.scene.capital(floor + 1)
        ):
            # an adverbial alone, unless a clause follows it
            for j in range(floor + 1, end):
                if self.bits[j] & COMMA and end - j > 2:
                    return True
            return False
        return True

    def around(
        self,
        verb: Verb,
        floor: int,
        end: int,
        after: int,
        unit: Unit,
        who: MentionDraft | None,
        why: str,
    ) -> Claim:
        """A claim with content before *end*, and perhaps behind the attribution."""
        scene, bits, tags = self.scene, self.bits, self.tags
        k = scene.mark_at[end - 1]
        start = floor
        if k >= 0:
            mark = scene.marks[k]
            lead = [j for j in range(start, mark.first)]
            if mark.first > floor and mark.first > start and bits[mark.first] & COLON:
                start = mark.first
        while start < end - 1 and tags[start] & CONJUNCTION and scene.mark_at[start] < 0:
            start += 1
        parts = [(start, end)]
        j = self.skip_adjuncts(after, unit)
        if j < unit.last:
            b = bits[j]
            if b & MARK and scene.mark_at[j] >= 0 and not self.lowers[j] == "":
                parts.append((j, unit.last))
            elif (
                b & COMMA
                and k < 0
                and not self.lowers[j].endswith("ing")
                and not tags[j] & (CONJUNCTION | RELATIVE)
            ):
                parts.append((j, unit.last))
        return Claim(parts, who, self.cue_pair(verb), verb.cue.stance, why)

    def cue_pair(self, verb: Verb) -> Pair:
        i = verb.i
        last = i + 1 if verb.cue.lemma == "according" else i
        return self.words.starts[i], self.words.end(last)

    def skip_adjuncts(self, j: int, unit: Unit) -> int:
        """Skip time and place adjuncts behind the attribution up to punctuation."""
        while j < unit.last and not self.bits[j] & (COMMA | MARK | DASH | SEMICOLON | COLON):
            j += 1
        return j

    def according(self, verb: Verb, unit: Unit, floor: int) -> Claim | None:
        i = verb.i
        if verb.cue.lemma == "according":
            if i + 2 >= unit.last or self.lowers[i + 1] != "to":
                return None
            begin = i + 2
        else:
            if i + 1 >= unit.last or not self.bits[i] & COMMA or not self.noun_ahead(i + 1):
                return None
            begin = i + 1
        end = right_phrase(self.scene, begin, unit.last, full=True)
        if end <= begin:
            return None
        who = self.mention((begin, end), "according-to")
        if i - floor <= 1:
            j = end
            while j < unit.last and not self.bits[j] & COMMA:
                j += 1
            if j >= unit.last:
                return None
            return Claim(
                [(j, unit.last)], who, self.cue_pair(verb), verb.cue.stance, "according-to-first"
            )
        return self.around(verb, floor, i, end, unit, who, "according-to")

    # --- the subject ---

    def subject_start(self, first: int, floor: int) -> int | None:
        """Where the subject that ends before word *first* begins, or None."""
        tags, bits, lowers = self.tags, self.bits, self.lowers
        end = first
        if end <= floor:
            return None
        if bits[first] & COMMA or bits[first] & DASH:
            return self.apposed_start(first, floor)
        end = self.strip_when(end, floor)
        last = end - 1
        if (
            last < floor
            or tags[last] & (CONJUNCTION | PREPOSITION | SUBORDINATOR | COMPLEMENTIZER)
            and not tags[last] & (PRONOUN)
        ):
            return None
        start = left_phrase(self.scene, end, floor)
        if start >= end or is_verb(self.scene, last):
            return None
        return start

    def strip_when(self, end: int, floor: int) -> int:
        """Leave out an adverbial of time or place between subject and verb."""
        tags = self.tags
        e = end
        while e - 1 > floor and tags[e - 1] & _WHEN and not self.bits[e] & JOIN:
            e -= 1
            if self.lowers[e - 1] in {"on", "in", "at", "late", "early"}:
                e -= 1
        return e

    def apposed_start(self, first: int, floor: int) -> int | None:
        """The subject before ", appositive," that ends at *first*."""
        bits, tags = self.bits, self.tags
        # bounds of the segments between commas, going left
        edges = [j for j in range(max(floor + 1, first - 40), first) if bits[j] & (COMMA | DASH)]
        if not edges:
            return None
        edges.reverse()
        n = 0
        while n < len(edges):
            a = edges[n]
            head_floor = edges[n + 1] if n + 1 < len(edges) else floor
            t = tags[head_floor]
            word = self.words.words[head_floor]
            if n + 1 < len(edges) and (
                word[0].isdigit()
                or self.lowers[head_floor] in {"who", "which", "of", "whose"}
                or (
                    word.islower()
                    and not t
                    & (CONJUNCTION | SUBORDINATOR | DETERMINER | SUBJECT | PREPOSITION | ADVERB)
                )
                or (
                    self.lowers[head_floor] in {"a", "an", "the"}
                    and self.words.words[head_floor - 1][0].isupper()
                )
            ):
                n += 1
                continue
            start = left_phrase(self.scene, a, head_floor)
            if start >= a or is_verb(self.scene, a - 1):
                return None
            return start
        return None

    # --- content behind the cue ---

    def tail(self, j: int, unit: Unit) -> str:
        """What follows the cue: end, comma, mark, colon, dash or clause."""
        tags, bits = self.tags, self.bits
        first = j
        while j < unit.last:
            b = bits[j]
            if b & BREAK:
                if b & MARK:
                    return "mark"
                return "comma" if b & COMMA else "colon" if b & COLON else "break"
            t = tags[j]
            if self.lowers[j] in _RIGHT and not (
                self.lowers[j] in {"who", "where", "when"} and j > first
            ):
                return "clause"
            if (
                j == first
                and not t & (PREPOSITION | _WHEN | ADVERB)
                and not self.lowers[j].isdigit()
            ):
                if self.cues[self.lowers[first - 1]].frames & LISTENER:
                    return self.tail_listener(j, unit)
                return "clause"
            if j > first and (t & SUBJECT or t & AUXILIARY):
                return "clause"
            j += 1
        return "end"

    def tail_listener(self, j: int, unit: Unit) -> str:
        end = right_phrase(self.scene, j, unit.last, full=False)
        if self.tags[j] & PRONOUN:
            end = j + 1
        end = max(end, j + 1)
        if end >= unit.last:
            return "end"
        if self.bits[end] & BREAK:
            b = self.bits[end]
            return (
                "mark" if b & MARK else "comma" if b & COMMA else "colon" if b & COLON else "break"
            )
        if self.tags[end] & (PREPOSITION | _WHEN | ADVERB) and not self.lowers[end] == "that":
            return (
                self.tail(end, unit)
                if self.tags[end] & CUE == 0 and end > 0 and self.lowers[end - 1] in self.cues
                else self.tail_rest(end, unit)
            )
        return "clause"

    def tail_rest(self, j: int, unit: Unit) -> str:
        first = j
        while j < unit.last:
            b = self.bits[j]
            if b & BREAK and j > first:
                return (
                    "mark"
                    if b & MARK
                    else "comma"
                    if b & COMMA
                    else "colon"
                    if b & COLON
                    else "break"
                )
            if self.lowers[j] in _RIGHT or (j > first and self.tags[j] & (SUBJECT | AUXILIARY)):
                return "clause"
            j += 1
        return "end"

    def leading(
        self, verb: Verb, unit: Unit, floor: int, limit: int, speaker: MentionDraft | None
    ) -> Claim | None:
        """`X said (that) content`."""
        cue, i = verb.cue, verb.i
        if cue.lemma in {"according", "per", "point", "put"}:
            return None
        who = self.subject(verb, unit, floor, speaker)
        if who is None:
            return None
        found = self.content_start(verb, unit, limit)
        if found is None:
            return None
        start, why = found
        end = self.content_end(start, limit, verb)
        if end <= start:
            return None
        stance = cue.stance
        return Claim([(start, end)], who, self.cue_pair(verb), stance, why)

    def subject(
        self, verb: Verb, unit: Unit, floor: int, speaker: MentionDraft | None
    ) -> MentionDraft | None:
        first, tags, bits, lowers = verb.first, self.tags, self.bits, self.lowers
        form = verb.cue.form
        if form & PARTICIPLE and verb.aux and verb.aux[0] in _BE and "s" != verb.aux[0]:
            return None  # passive
        if first <= unit.first:
            return self.main_subject(unit, first) if verb.cue.form & ING else None
        left = lowers[first - 1]
        if not bits[first] & BREAK:
            if left in {"who", "which", "that"}:
                return self.mention((first - 1, first), "relative")
            if tags[first - 1] & CONJUNCTION or left == "then":
                return speaker or self.main_subject(unit, first)
            if form & ING and not verb.aux:
                if tags[first - 1] & (PREPOSITION | SUBORDINATOR):
                    return speaker or self.main_subject(unit, first)
                start = left_phrase(self.scene, first, unit.first)
                if start < first and lowers[first - 1] in {
                    "statement",
                    "letter",
                    "email",
                    "memo",
                    "release",
                    "tweet",
                    "message",
                }:
                    return speaker or self.main_subject(unit, first)
            elif verb.to:
                return speaker or self.main_subject(unit, first)
        elif form & ING and not verb.aux:
            return speaker or self.main_subject(unit, first)
        start = self.subject_start(first, unit.first)
        if start is None:
            if bits[first] & COMMA:
                return speaker or self.main_subject(unit, first)
            return None
        end = first if bits[first] & COMMA else self.strip_when(first, unit.first)
        if bits[first] & COMMA:
            end = first
        return self.mention((start, end), "subject")

    def main_subject(self, unit: Unit, before: int) -> MentionDraft | None:
        """The subject of the sentence's main clause."""
        j = unit.first
        tags, bits = self.tags, self.bits
        for _ in range(3):
            t = tags[j]
            if t & CONJUNCTION and not bits[j + 1] & BREAK:
                j += 1
                t = tags[j]
            if (
                t & (PREPOSITION | SUBORDINATOR | ADVERB | WEEKDAY)
                or self.lowers[j].endswith("ing")
                or (self.lowers[j].endswith("ed") and tags[j] & CUE)
            ):
                k = j + 1
                while k < before and not bits[k] & COMMA:
                    k += 1
                if k >= before:
                    return None
                j = k
                continue
            break
        if j >= before:
            return None
        end = right_phrase(self.scene, j, before, full=False)
        if end <= j:
            return None
        return self.mention((j, end), "main-subject")

    def content_start(self, verb: Verb, unit: Unit, limit: int) -> tuple[int, str] | None:
        """Where the content behind the cue starts."""
        cue, j = verb.cue, verb.i + 1
        tags, bits, lowers = self.tags, self.bits, self.lowers
        scene = self.scene
        if j >= limit:
            return None
        frames = cue.frames
        if bits[j] & BREAK:
            if scene.mark_at[j] >= 0 and bits[j] & MARK:
                return j, "marks"
            if bits[j] & COLON:
                return j, "colon"
            if bits[j] & COMMA and lowers[j] != "that":
                for k in range(j, min(limit, j + 25)):
                    if bits[k] & MARK and scene.mark_at[k] >= 0:
                        return (k, "marks") if bits[k] & (COMMA | COLON) else None
                    if lowers[k] == "that" and k > j and bits[k] & COMMA:
                        return k, "that"
                return None
            return (j, "that") if lowers[j] == "that" else None
        if frames & LISTENER and lowers[j] not in _RIGHT and not (lowers[j] == "to"):
            if tags[j] & PRONOUN:
                j += 1
            else:
                j = max(j + 1, right_phrase(scene, j, limit, full=False))
            if j >= limit:
                return None
            if frames & OF:
                pass
        # adjuncts
        k = j
        while k < limit:
            if k > verb.i + 1 and bits[k] & BREAK:
                if scene.mark_at[k] >= 0 and bits[k] & MARK:
                    return k, "marks"
                if bits[k] & COLON:
                    return k, "colon"
                if not bits[k] & COMMA:
                    break
            if lowers[k] in _RIGHT and (lowers[k] in {"that", "whether"} or k == j):
                if lowers[k] in {"when", "where", "who"} and k > j:
                    break
                return k, "that"
            t = tags[k]
            if t & (_WHEN | ADVERB) or lowers[k].isdigit():
                k += 1
                continue
            if t & PREPOSITION and lowers[k] not in {"of", "about"} and k - verb.i < 25:
                e = right_phrase(scene, k + 1, limit, full=False) if k + 1 < limit else k + 1
                k = max(e, k + 1)
                continue
            break
        if k >= limit:
            return None
        if frames & (CLAUSE | OBJECT | MARKS | INFINITIVE):
            if frames & CLAUSE and tags[k] & PREPOSITION and lowers[k] in {"of", "about"}:
                return None if not frames & OBJECT else (k, "object")
            if frames & MARKS and not frames & CLAUSE:
                if any(scene.mark_at[m] >= 0 for m in range(k, limit)):
                    return k, "called"
                return None
            return k, "bare"
        return None

    def content_end(self, start: int, limit: int, verb: Verb) -> int:
        """Where the content that starts at *start* ends."""
        tags, bits, lowers, scene = self.tags, self.bits, self.lowers, self.scene
        k0 = scene.mark_at[start]
        if k0 >= 0 and bits[start] & MARK:
            end = scene.marks[k0].last
            # marked all through: the marks end it
            if end < limit:
                return self.marked_end(end, limit)
            return min(limit, end)
        j = start + 1
        while j < limit:
            if scene.mark_at[j] < 0 and not scene.mark_at[j - 1] >= 0 or scene.mark_at[j] < 0:
                b = bits[j]
                if b & SEMICOLON:
                    return j
                if b & COMMA and lowers[j].endswith("ing"):
                    cue = self.cues.get(lowers[j])
                    if cue is not None or lowers[j] in _SPEAKERS_OWN:
                        return j
                if (
                    tags[j] & CONJUNCTION
                    and j + 1 < limit
                    and tags[j + 1] & (CUE | ADVERB | AUXILIARY | PAST)
                ):
                    n = j + 1
                    while n < limit and tags[n] & (ADVERB | AUXILIARY):
                        n += 1
                    if n < limit and tags[n] & CUE:
                        cue = self.cues[lowers[n]]
                        if cue.form & (PAST_FORM | THIRD) and not bits[n] & BREAK:
                            return j
            j += 1
        return limit

    def marked_end(self, end: int, limit: int) -> int:
        return end


def _disjoint(drafts: list[QuoteDraft]) -> list[QuoteDraft]:
    """Return the drafts in order, without those whose content another one holds already."""
    kept: list[QuoteDraft] = []
    taken: list[Pair] = []
    for draft in sorted(drafts, key=lambda d: (d.cue is None, d.content[0])):
        draft.content.sort()
        draft.quoted.sort()
        parts = draft.content + (
            [(draft.speaker.start, draft.speaker.end)] if draft.speaker else []
        )
        parts.sort()
        if any(a[1] > b[0] for a, b in zip(parts, parts[1:])):
            continue
        if any(_overlap(part, taken) for part in draft.content):
            continue
        taken.extend(draft.content)
        taken.sort()
        kept.append(draft)
    kept.sort(key=lambda d: d.content[0])
    return kept


def _overlap(part: Pair, taken: list[Pair]) -> bool:
    k = bisect_left(taken, part)
    return (k > 0 and taken[k - 1][1] > part[0]) or (k < len(taken) and taken[k][0] < part[1])


_SPEAKERS_OWN: Final = frozenset(
    "referring pointing alluding citing echoing calling telling describing comparing accusing criticizing".split()
)

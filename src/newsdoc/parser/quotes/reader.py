"""The reader: the units of a text, one after another, to quotes.

It keeps what the cues of a unit say (`newsdoc.parser.quotes.claims`), gives the
marked spans that are left to whom they belong, and remembers what goes on from
paragraph to paragraph: who spoke last, and which sentence introduced what follows.
"""

from __future__ import annotations

from newsdoc.lexicon.speech import CLAUSE
from newsdoc.model import Role, Stance
from newsdoc.parser.drafts import Block, MentionDraft, Pair, QuoteDraft
from newsdoc.parser.gaps import COLON, DASH, STOP
from newsdoc.parser.marks import Marked
from newsdoc.parser.phrases import Phrase
from newsdoc.parser.quotes.claims import UnitReader
from newsdoc.parser.quotes.headings import (
    LABELLED,
    Credit,
    MarkedHeadings,
    heading_end,
    says_i,
)
from newsdoc.parser.quotes.labels import (
    sender,
    speaker_before_colon,
    speaker_behind_colon,
    speaker_behind_dash,
)
from newsdoc.parser.quotes.loose import (
    NOBODY,
    PRONOUNS,
    gapped,
    is_dated,
    is_heading,
    is_speech,
    is_spoken_of,
    lowered,
    may_speak,
    speaker_behind,
    tells_of,
    who_acts,
    who_sent,
    whose_words,
)
from newsdoc.parser.quotes.mentions import Claim, Introduction, Mentions
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import (
    HEADS,
    Scene,
    Unit,
)
from newsdoc.parser.quotes.turns import Turns


class Reader:
    """Reads the quotes of one text, where the claims that its units make are read."""

    def __init__(
        self,
        scene: Scene,
        mentions: Mentions,
        labels: dict[int, Phrase],
        headings: dict[int, Credit],
        readers: list[UnitReader],
    ) -> None:
        self.scene = scene
        self.mentions = mentions
        self.labels = labels  # of the paragraphs of a dialogue
        self.headings = headings  # whom their labels credit
        self.claimed = {reader.unit.first: reader for reader in readers}
        self.drafts: list[QuoteDraft] = []
        self.taken = bytearray(len(scene.words) + 1)
        self.speaker: MentionDraft | None = None  # who spoke last
        self.previous: QuoteDraft | None = None  # the quote that the unit before ends with
        self.introduction: Introduction | None = None
        self.of_mark: dict[int, QuoteDraft] = {}  # the quote that holds a span that runs on
        self.turns = Turns()
        self.block = 0  # the paragraph that is read
        self.marked = MarkedHeadings(scene, readers)

    def read(self, units: list[Unit]) -> list[QuoteDraft]:
        """Return the quotes of the units, in order, none overlapping another."""
        blocks, bits, labels = self.scene.blocks, self.scene.bits, self.labels
        before: Unit | None = None
        for unit in units:
            reader = self.claimed.get(unit.first)
            if unit.block in labels:
                if unit.opens:
                    self.transcript(blocks[unit.block], labels[unit.block])
            elif unit.first in self.headings:
                credit = self.headings[unit.first]
                speaker = self.mentions.of(credit.speaker)
                self.add([credit.content], speaker, Rule.HEADLINE_COLON)
            elif reader or unit.marks or self.introduction or bits[unit.last] & COLON:
                self.unit(unit, before, reader)
            else:
                self.previous = None
            before = unit
        drafts = [draft for draft in self.drafts if draft.content]
        return sorted(drafts, key=lambda draft: draft.content[0])

    # --- units ---

    def unit(self, unit: Unit, before: Unit | None, reader: UnitReader | None) -> None:
        """Read one unit, whose *reader* has read the claims, if any."""
        scene = self.scene
        self.block = unit.block
        if unit.opens:
            self.previous = None
            if self.introduction is not None and scene.mark_at[unit.first] < 0:
                self.block_quote(unit, self.introduction)
        reader = reader or UnitReader(scene, self.mentions, unit, [])
        said = self.add_claims(reader.claims) if reader.claims else None
        loose = [k for k in unit.marks if not self.taken[scene.firsts[k]]] if unit.marks else None
        if said is not None or not loose:
            self.previous = said
        if loose:
            self.loose(unit, before, loose, reader)
        if unit.opens:
            self.introduction = None
        if scene.bits[unit.last] & COLON:
            self.introduce(unit, reader)

    def introduce(self, unit: Unit, reader: UnitReader) -> None:
        """Remember a sentence that introduces the next paragraph."""
        verb = reader.free
        words = self.scene.words
        if verb is None:
            phrase = sender(self.scene, unit)
            named = self.mentions.of(phrase) if phrase else None
            speaker = named or reader.shared(unit.last)
            if speaker and lowered(self.scene, speaker) in NOBODY:
                return  # 'Here are some of the highlights:'
            self.introduction = Introduction(speaker, None, Stance.ASSERTS, named is not None)
            return
        speaker = reader.speaker_of(verb.subject, verb.first) if verb.subject else None
        cue = words.starts[verb.head], words.end(verb.last)
        said = verb.cue.frames & CLAUSE
        self.introduction = Introduction(speaker, cue if said else None, verb.stance, bool(said))

    def block_quote(self, unit: Unit, introduced: Introduction) -> None:
        """Read a paragraph without marks that the one before introduces with a cue and a colon."""
        block = self.scene.blocks[unit.block]
        if introduced.quotes and introduced.speaker and block.role is Role.BODY:
            self.add([(block.first, block.last)], introduced.speaker, Rule.INTRODUCED, introduced)

    def add_claims(self, claims: list[Claim]) -> QuoteDraft | None:
        """Add the quotes of claims; return the last that is all marked, else the last."""
        last = marked = None
        for claim in claims:
            draft = self.keep(claim)
            if draft is not None:
                last = draft
                if draft.quoted:
                    self.resume(draft, claim.parts[0][0])
                    if draft.content == draft.quoted:
                        marked = draft
        return marked or last

    def resume(self, draft: QuoteDraft, first: int) -> None:
        """Let a quote that starts at word *first* begin where the span began that it re-opens."""
        earlier = self.of_mark.get(self.scene.mark_at[first] - 1)
        if earlier is not None and earlier.cue is None:
            draft.content[:0] = earlier.content
            draft.quoted[:0] = earlier.quoted
            earlier.content = []  # it goes on in this one

    def add(
        self,
        parts: list[Phrase],
        speaker: MentionDraft | None,
        why: Rule,
        introduced: Introduction | None = None,
    ) -> QuoteDraft | None:
        """Add a quote without a cue of its own."""
        cue, stance = (introduced.cue, introduced.stance) if introduced else (None, Stance.ASSERTS)
        return self.keep(Claim(parts, speaker, cue, stance, why))

    def keep(self, claim: Claim) -> QuoteDraft | None:
        """Add the quote of a claim, unless another holds words of its content already."""
        scene, taken, speaker, cue = self.scene, self.taken, claim.speaker, claim.cue
        if cue and speaker and cue[0] < speaker.end and speaker.start < cue[1]:
            return None  # a word that would be both
        content: list[Pair] = []
        quoted: list[Pair] = []
        for a, b in claim.parts:
            if taken.find(1, a, b) >= 0:
                return None
            part = start, end = scene.inked(scene.part(a, b))
            if start >= end or (speaker and start < speaker.end and speaker.start < end):
                return None  # nothing but marks, or who says it
            content.append(part)
            quoted += scene.quoted(a, b, part)
        draft = QuoteDraft(content, quoted, speaker, cue, claim.stance, str(claim.why))
        self.drafts.append(draft)
        for a, b in claim.parts:
            taken[a:b] = b"\1" * (b - a)
            if quoted:
                k = scene.mark_at[b - 1]
                if k >= 0 and scene.marks[k].runs_on:
                    self.of_mark[k] = draft
        if speaker and (quoted or scene.words.text[speaker.start : speaker.end] != "I"):
            self.speaker = speaker  # the author, who wondered, is not quoted next
            if quoted:
                asked = scene.words.text[content[-1][1] - 1] == "?"
                self.turns.heard(speaker, self.block, asked=asked)
        return draft

    # --- marked spans without a cue ---

    def loose(self, unit: Unit, before: Unit | None, loose: list[int], reader: UnitReader) -> None:
        """Read the marked spans of a unit that no cue has claimed."""
        for k in loose:
            mark = self.scene.marks[k]
            whole = mark.first == unit.first and mark.last >= unit.last
            earlier = self.of_mark.get(k - 1) if mark.continues else None
            if earlier is None and whole and self.previous is not None and self.previous.quoted:
                earlier = self.previous if self.previous.why != Rule.CALLED else None
            if earlier is not None:
                self.go_on(earlier, k)
            elif whole:
                self.previous = self.whole(unit, before, k)
            elif phrase := gapped(self.scene, unit, mark, self.drafts):
                parts = [(mark.first, mark.last)]
                self.add(parts, self.mentions.of(phrase), Rule.CALLED)
            elif self.scene.is_title(k, unit.first) and not says_i(self.scene, unit, mark):
                continue
            elif is_speech(self.scene, unit, mark):
                self.previous = self.partial(unit, k, reader)
            elif phrase := whose_words(self.scene, unit, mark):
                parts = [(mark.first, mark.last)]
                self.add(parts, self.mentions.of(phrase), Rule.CLAUSE)

    def go_on(self, earlier: QuoteDraft, k: int) -> None:
        """Let a quote go on with a marked span."""
        mark = self.scene.marks[k]
        part = self.scene.inked((mark.start, mark.end))
        earlier.content.append(part)
        earlier.quoted.append(part)
        self.previous = earlier
        self.taken[mark.first : mark.last] = b"\1" * (mark.last - mark.first)
        if mark.runs_on:
            self.of_mark[k] = earlier

    def whole(self, unit: Unit, before: Unit | None, k: int) -> QuoteDraft | None:
        """Read a marked span that is all of its unit."""
        scene = self.scene
        mark = scene.marks[k]
        parts = [(mark.first, mark.last)]
        if is_heading(scene, unit, mark):
            return None
        if scene.ends_block(unit) and unit.block + 1 < len(scene.blocks):
            block = scene.blocks[unit.block + 1]
            if phrase := speaker_behind_dash(scene, block.first, block.last):
                return self.add(parts, self.mentions.of(phrase), Rule.DASH)
        asked = self.previous is not None and self.previous.stance is Stance.ASKS
        if self.previous is not None and not (asked and self.previous.speaker is None):
            return self.add(parts, self.previous.speaker, Rule.SAME_PARAGRAPH)
        if before is None:
            return self.add(parts, None, Rule.UNATTRIBUTED)
        if before.block == unit.block:
            return self.add(parts, self.told_of(before), Rule.SAME_PARAGRAPH)
        if self.introduction is not None:
            introduced = self.introduction
            return self.add(parts, introduced.speaker or self.speaker, Rule.INTRODUCED, introduced)
        if self.is_pulled(k):
            return self.add(parts, None, Rule.UNATTRIBUTED)
        asks = scene.words.text[mark.end - 1] == "?"
        if turn := self.turns.next(unit.block, asks=asks):
            stance = Stance.ASKS if asks else Stance.ASSERTS
            return self.keep(Claim(parts, turn, None, stance, Rule.NEXT_PARAGRAPH))
        speaker = self.speaker_above(before)
        return self.add(parts, speaker, Rule.NEXT_PARAGRAPH if speaker else Rule.UNATTRIBUTED)

    def is_pulled(self, k: int) -> bool:
        """Whether a paragraph is a line pulled from the article: without an end, and read again."""
        mark, text = self.scene.marks[k], self.scene.words.text
        if not text[mark.end - 1].isalnum() or mark.after == mark.end:
            return False
        line = text[mark.start + 1 : mark.end]  # its first letter is put in capitals
        return text.find(line, mark.after) >= 0 or text.find(line, 0, mark.start) >= 0

    def spoke_in(self, block: int) -> bool:
        """Whether who spoke last stands in a paragraph, or behind it."""
        return self.speaker is not None and self.speaker.start >= self.scene.blocks[block].start

    def told_of(self, before: Unit) -> MentionDraft | None:
        """Return of whom the sentence before tells, or who answers what it asks.

        A pronoun means who spoke before it.
        """
        if "?" in self.scene.words.gaps[before.last]:
            return self.asked(before)
        reader = UnitReader(self.scene, self.mentions, before, [])
        subject = reader.shared(before.last)
        if subject is None or lowered(self.scene, subject) in NOBODY:
            return self.speaker  # 'There was only the bell. “That is what I miss.”'
        if self.spoke_in(before.block) and lowered(self.scene, subject) in PRONOUNS:
            return self.speaker
        return subject

    def asked(self, question: Unit) -> MentionDraft | None:
        """Return of whom a question of the article asks, and who answers: 'Did she know? “No.”'."""
        i = question.first + 1
        if i < question.last and self.scene.lowers[i] in {"he", "she"}:
            return self.mentions.of((i, i + 1))
        return self.speaker  # 'What went wrong? “I did.”'

    def speaker_above(self, before: Unit) -> MentionDraft | None:
        """Return who spoke last, or of whom the paragraph before tells where nobody spoke in it."""
        if "?" in self.scene.words.gaps[before.last]:
            return self.asked(before)
        if self.spoke_in(before.block):
            return self.speaker
        phrase = who_sent(self.scene, before) or who_acts(self.scene, before)
        return self.mentions.of(phrase) if phrase else self.speaker

    def partial(self, unit: Unit, k: int, reader: UnitReader) -> QuoteDraft | None:
        """Read a long marked span inside a unit."""
        scene = self.scene
        mark = scene.marks[k]
        parts = [(mark.first, mark.last)]
        if phrase := speaker_behind_dash(scene, mark.last, unit.last):
            return self.add(parts, self.mentions.of(phrase), Rule.DASH)
        if phrase := speaker_behind(scene, unit, mark):
            return self.add(parts, self.mentions.of(phrase), Rule.BEHIND_MARKS)
        if scene.bits[mark.first] & COLON:
            if scene.blocks[unit.block].role in LABELLED:
                label = self.marked.speaking(unit, mark)
                by = self.mentions.of(label) if label else None
                parts = [(mark.first, heading_end(scene, unit, mark))]
                return self.add(parts, by, Rule.HEADLINE_COLON if by else Rule.UNATTRIBUTED)
            if phrase := speaker_before_colon(scene, unit, mark):
                return self.add(parts, self.mentions.of(phrase), Rule.LABEL)
        parted = COLON | DASH if scene.blocks[unit.block].role in HEADS else COLON
        if mark.first == unit.first and scene.bits[mark.last] & parted:
            speaker = reader.speaker_from(mark.last)
            if speaker is None and (phrase := speaker_behind_colon(scene, mark.last, unit.last)):
                speaker = self.mentions.of(phrase)
            return self.add(parts, speaker, Rule.HEADLINE_COLON if speaker else Rule.UNATTRIBUTED)
        speaker = self.whose_clause(unit, mark, reader)
        return self.add(parts, speaker, Rule.CLAUSE if speaker else Rule.UNATTRIBUTED)

    def whose_clause(self, unit: Unit, mark: Marked, reader: UnitReader) -> MentionDraft | None:
        """Return who says the marked words of a clause: its subject, or who spoke before."""
        if is_spoken_of(self.scene, unit, mark) or is_dated(self.scene, unit, mark):
            return None
        heads = self.scene.blocks[unit.block].role in LABELLED
        if heads and self.scene.broken(COLON, unit.first, mark.first) < mark.first:
            phrase = self.marked.label(unit, mark.first)  # 'Floods: residents “at an end”'
            return self.mentions.of(phrase) if phrase else None
        told = tells_of(self.scene, unit, mark)  # words of another: of who spoke before
        shared = None if told and self.speaker else reader.shared(mark.first)
        if shared is not None and self.spoke_in(unit.block) and not may_speak(self.scene, shared):
            shared = None  # 'It was late, he said. Doing so “took us a week.”'
        return shared or self.speaker

    # --- dialogues ---

    def transcript(self, block: Block, phrase: Phrase) -> None:
        """Read a paragraph of a dialogue."""
        first, last = phrase
        if last >= block.last:
            return
        if first < block.first:
            self.same_turn(block)
            return
        name = self.scene.words.words[first:last]
        speaker = None if name in (["Q"], ["A"]) else self.mentions.of(phrase)
        start, ends = last, COLON | STOP if speaker is None else COLON
        while not self.scene.bits[start] & ends:
            start += 1  # 'ROE (laughing): …'
        draft = self.add([(start, block.last)], speaker, Rule.TRANSCRIPT)
        if draft and (name == ["Q"] or self.scene.words.text[block.end - 1] == "?"):
            draft.stance = Stance.ASKS

    def same_turn(self, block: Block) -> None:
        """Let the turn of the paragraph before go on in another."""
        if not self.drafts or self.drafts[-1].why != Rule.TRANSCRIPT:
            return
        self.drafts[-1].content.append(self.scene.inked(self.scene.part(block.first, block.last)))
        self.taken[block.first : block.last] = b"\1" * (block.last - block.first)

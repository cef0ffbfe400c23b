"""The content around an attribution: what stands before it, and what of it goes on behind."""

from __future__ import annotations

from typing import Final

from attrs import define

from newsdoc.lexicon.tags import (
    ASIDE,
    AUXILIARY,
    BE,
    CONJUNCTION,
    CUE,
    MARKED,
    PERHAPS_PAST,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    WHO,
)
from newsdoc.parser.gaps import BREAK, CLOSE, COLON, COMMA, DASH, MARK, OPEN, SEMICOLON, STOP
from newsdoc.parser.phrases import WHEN, Phrase, behind_bound, is_verb, right_phrase
from newsdoc.parser.quotes.claims.apposed import takes_up
from newsdoc.parser.quotes.claims.following import SAID
from newsdoc.parser.quotes.clauses.nouns import is_where
from newsdoc.parser.quotes.clauses.times import tells_when
from newsdoc.parser.quotes.rules import Rule
from newsdoc.parser.quotes.scene import Scene, Unit

_WHERE: Final = frozenset({"when", "where", "which", "who", "whom"})
_SENTENCE: Final = 4  # words: marked words behind a comma are content of their own from here on
_RELATED: Final = 6  # words: 'the existence of which'
_THOUGH: Final = frozenset({"although", "though"})
# Behind 'and' or 'but', where what is said goes on.
_GO_ON: Final = frozenset(  # behind 'and': what the content tells goes on
    {"also", "can", "could", "he", "it", "may", "might", "must", "not", "she", "should", "that"}
    | {"there", "these", "they", "this", "will", "would"}
)
_MORE: Final = 40  # words: marked words go on with content within so many
_GERUND: Final = 6  # words: the verb of a gerund stands so near
_MEANWHILE: Final = frozenset({"after", "as", "before", "until", "when", "while"})
_MANNER: Final = frozenset(
    {"chuckling", "crying", "grinning", "laughing", "nodding", "pausing", "shrugging"}
    | {"sighing", "smiling", "sobbing", "weeping"}
)
_ADDED: Final = 5  # words: 'and a little bit brave'
_NEAR: Final = 12  # words: a marked span so near goes on with the one before


@define(eq=False)
class Found:
    """Content parts as word ranges, where the speaker stands, and the rule."""

    parts: list[Phrase]
    speaker: Phrase | None
    why: Rule


def around(
    scene: Scene, unit: Unit, floor: int, attribution: Phrase, speaker: Phrase, why: Rule
) -> Found | None:
    """Return the content before an attribution, and what of it goes on behind."""
    end, j = attribution
    start = _content_first(scene, floor, end)
    alone = end - start == 1 and scene.tags[start] & CONJUNCTION and scene.mark_at[start] < 0
    parts = [] if alone else _without_insertion(scene, start, end)
    while j < unit.last and not scene.bits[j] & (BREAK & ~CLOSE):
        j += 1
    behind, content = attribution[1], (start, end)
    more = _content_behind(scene, unit, floor, content, behind, j) if j < unit.last else None
    if more is not None and not _is_aside(scene, end, more[0], why):
        if scene.lowers[end - 1] in _WHERE:
            if scene.opens_mark(more[0]):
                parts = []  # 'a trip to Hull, where, Roe joked, “dogs hate us”'
            more = more[0], _main_verb(scene, *more) if scene.bits[start] & COMMA else more[1]
        elif scene.tags[end - 1] & CONJUNCTION and scene.bits[end - 1] & COMMA:
            parts = []  # 'The law is old, but, Roe said, it works'
        parts.append(more)
    return Found(parts, speaker, why) if parts else None


def _main_verb(scene: Scene, first: int, last: int) -> int:
    """Return the comma that closes a relative clause before the verb: 'is safe, | will open'."""
    commas = (k for k in range(first + 1, last) if scene.bits[k] & COMMA and is_verb(scene, k))
    return next(commas, last)


def _is_aside(scene: Scene, end: int, j: int, why: Rule) -> bool:
    """Whether the article goes on at word *j* behind content, or with a list of who is credited."""
    if why is not Rule.ACCORDING_TO:
        return scene.lowers[j] in _THOUGH and scene.mark_at[j] < 0
    if scene.lowers[j] == "so" and scene.mark_at[end - 1] >= 0:
        return True  # '“it grows itself,” according to Roe, so it is cheap'
    return bool(scene.tags[j] & ASIDE) or scene.lowers[j] == "including"


def _without_insertion(scene: Scene, start: int, end: int) -> list[Phrase]:
    """Return the parts of content in marks around words between dashes: '"A" — he paused — "B"'."""
    parts: list[Phrase] = []
    k = scene.mark_at[start]
    while k >= 0 and (last := scene.marks[k].last) < end:
        near = range(last, min(end, last + _NEAR))
        behind = next((j for j in near if scene.opens_mark(j) and scene.bits[j] & DASH), end)
        if behind >= end:
            break
        parts.append((start, last))
        start, k = behind, scene.mark_at[behind]
    return [*parts, (start, end)]


def _content_behind(
    scene: Scene, unit: Unit, floor: int, content: Phrase, behind: int, j: int
) -> Phrase | None:
    """Return the content that goes on at word *j*, behind the attribution of *content*.

    The attribution ends before word *behind*.
    """
    start, end = content
    b, k = scene.bits[j], scene.mark_at[j]
    if k >= 0:
        joined = not b & (COMMA | COLON | SEMICOLON | STOP | DASH)
        apart = j > behind  # 'she said after a brief "No" to Roe'
        if joined and (apart or not scene.capital(j) or scene.is_title(k, floor)):
            return None
        if scene.titles(j, floor):
            return None  # 'she wrote in her memoir, "Tough Harbours"'
        return j, last_marked(scene, j, unit.last)
    if not b & COMMA:  # 'Most boats — Roe said — are old', 'Not so, says Roe: they are new'
        answers = b & COLON and scene.mark_at[end - 1] < 0
        return (j, unit.last) if scene.bits[end] & b & DASH or answers else None
    if takes_up(scene, j, unit.last) or tells_when(scene, behind, j):
        return None  # ', she said, a move critics called “cruel”'
    split = scene.lowers[j] == "that" and not scene.tags[j + 1] & WHEN  # ', X said, that'
    if split or not _own_act(scene, j, unit.last):
        near = min(unit.last, j + _NEAR)
        if scene.mark_at[end - 1] < 0 or (scene.mark_at[start] < 0 and has_verb(scene, j, near)):
            return j, unit.last
    if _goes_on_marked(scene, j, unit.last):
        return j, unit.last
    return _marked_later(scene, unit, j)


def _marked_later(scene: Scene, unit: Unit, j: int) -> Phrase | None:
    """Return content that goes on with marks behind the speaker's act at *j*, before another cue.

    '“I fell,” she says, laughing, “and got up”'.
    """
    lower = scene.lowers[j]
    for n in range(j, min(unit.last, j + _MORE)):
        if scene.mark_at[n] >= 0:
            behind = scene.marks[scene.mark_at[n]].last
            said = behind < unit.last and scene.tags[behind] & CUE
            goes_on = not said and scene.bits[n] & (COMMA | COLON)  # not '"I will," said Roe'
            return (n, last_marked(scene, n, unit.last)) if goes_on else None
        weak = lower in _MEANWHILE and scene.tags[n] & MARKED  # ', as he addressed Roe, “and”'
        weak = weak or scene.tags[n - 1] & POSSESSIVE > 0  # ', her voice breaking, “and”'
        if scene.tags[n] & CUE and lower not in _MANNER and not weak:
            break
    return None


def _goes_on_marked(scene: Scene, j: int, last: int) -> bool:
    """Whether marks behind a conjunction at *j* go on, and nobody else says them.

    'The fault is fixed, Roe said, and “cleaned” for good', '…, Roe said, but rather “a loan”'.
    """
    n = j + 1 + (scene.lowers[j + 1] == "rather")
    if n >= last or not scene.tags[j] & CONJUNCTION or not scene.opens_mark(n):
        return False
    if scene.bits[n] & (BREAK & ~MARK) or scene.lowers[j] == "or":
        return False  # '“Fini,” he said, or “over”'
    return not _is_said(scene, n, last)


def _is_said(scene: Scene, first: int, last: int) -> bool:
    """Whether somebody says something in the words, outside marks."""
    said = (k for k in range(first, last) if scene.tags[k] & CUE and scene.mark_at[k] < 0)
    return any(scene.lowers[k].endswith(SAID) for k in said)


def last_marked(scene: Scene, j: int, last: int) -> int:
    """Return the word behind the content that opens with marks at word *j*."""
    mark = scene.marks[scene.mark_at[j]]
    end = min(mark.last, last)
    if end >= last or goes_on(scene, end):
        return end
    closed = scene.words.text[mark.end - 1] in ".?!," or scene.bits[end] & COMMA > 0
    if _adds_aside(scene, end, last):
        return end
    if closed and scene.tags[end] & WHO:
        return end  # 'said, "Ladies, here is Roe," who then played'
    more = next((k for k in range(end, min(last, end + _NEAR)) if scene.mark_at[k] >= 0), 0)
    if more == end + 1 and scene.tags[end] & CONJUNCTION and scene.opens_mark(more):
        return last_marked(scene, more, last)  # 'shouted "Shame!" and "Out!" as she left'
    if more:  # 'said "Yes" while another said "No"'
        said = any(scene.tags[k] & CUE for k in range(end + 1, more))
        return end if said else last
    meanwhile = scene.lowers[end] in _MEANWHILE  # 'shouted "Shame" as she left'
    return end if closed or (meanwhile and has_verb(scene, end + 1, last)) else last


def _adds_aside(scene: Scene, j: int, last: int) -> bool:
    """Whether a dash or brackets behind marks hold all that follows: '“No” (and he meant it)'."""
    if scene.bits[j] & OPEN:
        return scene.broken(CLOSE, j + 1, last) >= last
    return scene.bits[j] & DASH > 0 and scene.broken(DASH, j + 1, last) >= last


def goes_on(scene: Scene, j: int) -> bool:
    """Whether a conjunction at *j* goes on with what a speaker did: 'replied "No" and sat down'."""
    if not scene.tags[j] & CONJUNCTION or j + 1 >= len(scene.words):
        return False
    return is_verb(scene, j + 1) or bool(scene.tags[j + 1] & PERHAPS_PAST)


def _own_act(scene: Scene, j: int, last: int) -> bool:
    """Whether the words behind a comma tell more of the speaker, not of the content."""
    lower, following = scene.lowers[j], scene.lowers[j + 1]
    joins = scene.tags[j] & CONJUNCTION
    goes_on = following in _GO_ON or scene.tags[j + 1] & BE or _adds(scene, j + 1, last)
    if lower == "including" or (joins and goes_on):
        return False  # 'the wards were full, she said, including the last one', ', and would be'
    if scene.tags[j] & CUE and lower.endswith("ing") and following in ("that", "there"):
        return True  # 'The ward was full, she said, warning that more cases were unseen'
    if lower.endswith("ing"):  # but 'he said, raising fares would be "daft"'
        reach = min(j + _GERUND, len(scene.words))
        told = (k for k in range(j + 1, reach) if scene.lowers[k - 1] != "to")
        verb = next((k for k in told if is_verb(scene, k)), j)
        parted = any(scene.tags[k] & SUBJECT for k in range(j + 1, verb + 1))
        return not scene.tags[verb] & AUXILIARY or parted
    if lower == "which" and scene.tags[j - 1] & CUE:
        return _is_said(scene, j, last)  # 'It was the first, she said, which left the fleet small'
    if lower == "with" or scene.tags[j] & (CONJUNCTION | RELATIVE):
        return True
    return is_where(scene, j, len(scene.words))  # ', said Roe, a nurse, in a note to staff'


def _adds(scene: Scene, first: int, last: int) -> bool:
    """Whether no more than a few words behind 'and' go on: 'It was cold, she said, and very wet'.

    A verb could be the speaker's, and a preposition tells of how it is said: 'and with reason'.
    """
    if last - first > _ADDED or scene.tags[first] & PREPOSITION or scene.lowers[first][-2:] == "ly":
        return False
    acts = CUE | PERHAPS_PAST | SUBJECT
    return not any(
        scene.tags[k] & acts or scene.bits[k] & BREAK or is_verb(scene, k)
        for k in range(first, last)
    )


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether the words hold a clause, as far as it shows."""
    tags, bits = scene.tags, scene.bits
    return any(
        tags[j] & SUBJECT or (is_verb(scene, j) and not (bits[j] & COMMA and j > first))
        for j in range(first, last)  # not 'sent in May' of 'In a letter, sent in May'
    )


def opens_clause(scene: Scene, start: int, limit: int) -> bool:
    """Whether a subject at word *start* runs into its verb: 'the boy had slipped'."""
    end = right_phrase(scene, behind_bound(scene, start, limit), limit, full=False)
    if end + 1 < limit and scene.lowers[end] == "per":
        end = right_phrase(scene, end + 1, limit, full=False)  # '90 per cent of the staff left'
    return end < limit and not scene.bits[end] & BREAK and is_verb(scene, end)


def _is_insertion(scene: Scene, floor: int, first: int) -> bool:
    """Whether dashes hold what is told of a subject: 'The plan – a dear one – “will fail”'."""
    opens = scene.broken(DASH, floor + 1, first)
    return opens < first and not has_verb(scene, floor, opens) and not scene.capital(first)


def _is_shouted(scene: Scene, floor: int, first: int) -> bool:
    """Whether what is told says the marks at *first*: 'he shouted, “…,” police said'."""
    said = first - 1
    shouts = said > floor and scene.tags[said] & CUE and scene.bits[first] & COMMA
    return bool(shouts) and scene.tags[said - 1] & SUBJECT > 0 and not scene.bits[said] & BREAK


def _content_first(scene: Scene, floor: int, end: int) -> int:
    """Return the word where the content that ends at *end* starts."""
    k = scene.mark_at[end - 1]
    if k >= 0 and (first := scene.marks[k].first) > floor:
        dashed = scene.bits[first] & DASH and scene.mark_at[floor] < 0
        if dashed and not _is_insertion(scene, floor, first):
            return first  # 'Vale praised her faith - "faith in people," he said'
        long = end - first > _SENTENCE or scene.bits[first] & (COLON | SEMICOLON)
        if long and scene.bits[first] & (COLON | COMMA | SEMICOLON) and scene.capital(first):
            return floor if _is_shouted(scene, floor, first) else first
    if k < 0 and scene.lowers[end - 1] in _WHERE and scene.bits[end] & COMMA:
        hangs = scene.tags[end - 2] & PREPOSITION and not scene.bits[end - 1] & BREAK
        near = range(end - 1, max(floor, end - _RELATED), -1)  # ', most of which, Roe said, are'
        return next((j for j in near if hangs and scene.bits[j] & BREAK), end - 1)
    start = floor
    while start < end - 1 and scene.tags[start] & CONJUNCTION and scene.mark_at[start] < 0:
        start += 1
    return start

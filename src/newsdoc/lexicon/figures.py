"""What the statistics stage knows: number words, units, money, bounds, words of change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, TypeVar

from attrs import frozen

from newsdoc.lexicon import tags
from newsdoc.lexicon.inflection import plural, regular_singular
from newsdoc.lexicon.money import large_signs, money_forms, money_signs
from newsdoc.lexicon.tables import Table
from newsdoc.model import Bound, Direction, Unit, UnitKind

Phrase = list[str]
T = TypeVar("T")

_WORDS: Final = re.compile(r"[^\W_]+")
_SHORT: Final = 3  # forms of up to so many letters are read as printed
_CREDITING: Final = ("reported", "supplied", "foreseen", "given", "forecaster")
_JOINING: Final = frozenset({"of", "as", "by"})  # 'tonnes of grain a year', 'as reported by'
_SQUARES: Final = {"square": ("square", "sq"), "cubic": ("cubic", "cu")}
# Units whose plural is more often a thing that is counted: gold bars, paving stones.
_NO_PLURAL: Final = frozenset({"bar", "stone", "nit", "horsepower"})


@frozen
class Move:
    """A word of change: which way it goes, and how it is used (see the list)."""

    direction: Direction
    uses: frozenset[str]


@frozen(eq=False)
class FigureWords:
    """What the statistics stage knows: number words, units, bounds, directions.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
        numbers: what each number word does in a number, and its value.
        spelled: the number words.
        months: the names of the months.
        crediting: words by which a figure is credited.
        telling: words that the stage looks for anywhere in a sentence, those two kinds and
            the words of change among them.
        glued: by how many places letters behind a numeral shift it.
        units: units by their one-word form in lower case.
        symbols: units by a short form as printed.
        phrases: units of several words by their first one, the longest first.
        signs: money by what stands before its number, as printed.
        large: those of them that only stand before great amounts.
        before: bounds in front of a figure by their last word and the one before it,
            or nothing: what stands before the last word; the longest first.
        after: bounds behind a figure by their first word, the longest first.
        moves: words of change.
        plurals: irregular plurals and their singulars.
        no_plurals: words in -s that are no plural.
        names: words before a number that make it a name.
        lists: further word lists of the stage, by name.
        compounds: units of a measure per another, by their name.
        currencies: the ISO 4217 codes of money, of the past too.
        idiom_pairs: every two neighbours in the idioms.
    """

    tags: Mapping[str, int]
    numbers: Mapping[str, tuple[str, int]]
    spelled: frozenset[str]
    months: frozenset[str]
    crediting: frozenset[str]
    telling: frozenset[str]
    glued: Mapping[str, int]
    units: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    phrases: Mapping[str, tuple[tuple[Phrase, Unit], ...]]
    signs: Mapping[str, Unit]
    large: frozenset[str]
    before: Mapping[str, Mapping[str, tuple[tuple[Phrase, Bound], ...]]]
    after: Mapping[str, tuple[tuple[Phrase, Bound], ...]]
    moves: Mapping[str, Move]
    plurals: Mapping[str, str]
    no_plurals: frozenset[str]
    names: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    compounds: Mapping[str, Unit]
    currencies: frozenset[str]
    idiom_pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, tables: Mapping[str, Table], extra: tuple[str, ...] = ()) -> FigureWords:
        """Return the part compiled from the word lists."""
        codes = {row[0]: row[1] for row in tables["ucum"].rows}
        forms = dict(_measures(tables["units"], codes))
        forms.update(money_forms(tables["money"], tables["currencies"], tables["currencies_past"]))
        for name in extra:
            if name not in forms:  # what is known has a code, and a kind of its own
                printed = [name, plural(name)]
                more = dict.fromkeys(
                    [*printed, *map(str.lower, printed)], Unit(UnitKind.OTHER, name)
                )
                forms.update(more)
        units, symbols, phrases = _by_form(forms)
        bounds = [(b.split(), Bound(kind), side) for b, kind, side in tables["bounds"].rows]
        lists = _lists(tables)
        months = frozenset(tables["months"].words)
        moves = {
            w: Move(Direction(way), frozenset(uses.split()))
            for w, way, uses in tables["moves"].rows
        }
        lists["changing"] = lists["making"].union(moves)
        crediting = lists["papers"].union(
            {"according", "based"}, *(lists[role] for role in _CREDITING)
        )
        return cls(
            tags=_tags([*units, *phrases, *map(str.lower, symbols)], bounds),
            numbers={w: (role, int(value)) for w, role, value in tables["numbers"].rows},
            spelled=frozenset(tables["numbers"].words),
            months=months,
            crediting=crediting,
            telling=_JOINING.union(months, lists["changing"], crediting, lists["shows"]),
            glued={w: int(places) for w, places in tables["magnitudes"].rows},
            units=units,
            symbols=symbols,
            phrases=phrases,
            signs=money_signs(tables["money"], tables["currencies"]),
            large=large_signs(tables["money"]),
            before={
                word: _by_word((rest[-1] if rest else "", rest, kind) for rest, kind in group)
                for word, group in _by_word(
                    (b[-1], b[:-1], kind) for b, kind, side in bounds if side != "after"
                ).items()
            },
            after=_by_word((b[0], b[1:], kind) for b, kind, side in bounds if side != "before"),
            moves=moves,
            plurals={row[0]: row[1] for row in tables["plurals"].rows},
            no_plurals=frozenset(tables["no_plurals"].words),
            names=frozenset(tables["figure_names"].words),
            compounds={u.name: u for u in forms.values() if " per " in u.name},
            idiom_pairs=frozenset(
                pair for idiom in tables["figure_idioms"].words for pair in pairwise(idiom.split())
            ),
            lists=lists,
            currencies=frozenset(tables["currencies"].words + tables["currencies_past"].words),
        )

    def change(self, lower: str) -> Move | None:
        """Return what a noun of change tells: 'a rise'; or None where the word is none."""
        return self.moves[lower] if self.used(lower, "noun") else None

    def used(self, lower: str, use: str) -> bool:
        """Whether a word tells of change in this use, as 'fewer' does as a comparative."""
        move = self.moves.get(lower)
        return move is not None and use in move.uses

    def singular(self, word: str) -> str:
        """Return the singular of a plural noun; any other word as it is."""
        lower = word.lower()
        known = self.plurals.get(lower)
        if known is not None:
            return known if word.islower() else _cased(known, word)
        if is_acronym(word):
            return word[:-1]
        if not self.is_plural(lower):
            return word
        return regular_singular(word)

    def is_many(self, printed: str) -> bool:
        """Whether a word as printed looks like a plural, of capitals too: GPUs."""
        return self.is_plural(printed.lower()) or is_acronym(printed)

    def is_plural(self, lower: str) -> bool:
        """Whether a word in lower case looks like the plural of a noun."""
        if lower in self.plurals:
            return True
        if lower[-1] != "s" or len(lower) < _SHORT or lower in self.no_plurals:
            return False
        return lower[-2] not in "sui" or lower in {"skis", "taxis", "menus", "emus", "gurus"}


def is_acronym(printed: str) -> bool:
    """Whether a word is capitals with an s behind them."""
    return len(printed) > _SHORT and printed[-1] == "s" and printed[:-1].isupper()


def _cased(singular: str, like: str) -> str:
    """Return *singular* with the capitals of the word that it comes from."""
    if like.isupper():
        return singular.upper()
    return singular.capitalize() if like[:1].isupper() else singular


def _measures(table: Table, codes: Mapping[str, str]) -> Iterator[tuple[str, Unit]]:
    """Every form of every unit of measure."""
    rows = [
        (
            name,
            Unit(UnitKind(kind), name, codes.get(name)),
            [] if other == "-" else other.split(", "),
        )
        for name, kind, other in table.rows
    ]
    printed = {name: [name, *forms] for name, _, forms in rows}
    for name, unit, forms in rows:
        square, _, base = name.partition(" ")
        powers = [
            f"{word} {form}" for word in _SQUARES.get(square, ()) for form in printed.get(base, ())
        ]
        for form in (name, *forms, *powers):
            yield form, unit
            if (len(form) > _SHORT or form == name) and form[-1] != "s" and name not in _NO_PLURAL:
                yield plural(form), unit


def _by_form(
    forms: Mapping[str, Unit],
) -> tuple[dict[str, Unit], dict[str, Unit], dict[str, tuple[tuple[Phrase, Unit], ...]]]:
    """Sort the forms of units: single words, short forms as printed, and phrases."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    phrases: list[tuple[str, Phrase, Unit]] = []
    for form, unit in forms.items():
        parts = _WORDS.findall(form)
        if len(parts) > 1:
            lower = [part.lower() for part in parts]
            phrases.append((lower[0], lower[1:], unit))
        elif parts and parts[0] == form:
            (words if len(form) > _SHORT and form.islower() else symbols)[form] = unit
            if len(form) == _SHORT and form.islower():
                words.setdefault(form, unit)
    return words, symbols, _by_word(phrases)


def _tags(
    units: Iterable[str],
    bounds: Iterable[tuple[Phrase, Bound, str]],
) -> dict[str, int]:
    """The tags of words that begin a unit or end a bound before a figure."""
    found = dict.fromkeys(units, tags.UNIT)
    for phrase, _, side in bounds:
        if side != "after":
            found[phrase[-1]] = found.get(phrase[-1], 0) | tags.BOUND
    return found


def _lists(tables: Mapping[str, Table]) -> dict[str, frozenset[str]]:
    """The word lists of the stage by name, and the words of each role by the role."""
    lists = {
        name.removeprefix("figure_"): frozenset(table.words)
        for name, table in tables.items()
        if name.startswith("figure_")
    }
    lists |= {f"{cue} objects": frozenset(row.split()) for cue, row in tables["cue_objects"].rows}
    roles: dict[str, set[str]] = {}
    for word, names in tables["figure_roles"].rows:
        for role in names.split():
            roles.setdefault(role, set()).add(word)
    return lists | {role: frozenset(words) for role, words in roles.items()}


def _by_word(
    phrases: Iterable[tuple[str, Phrase, T]],
) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    """Group phrases by one of their words, the rest of the longest first."""
    groups: dict[str, list[tuple[Phrase, T]]] = {}
    for word, rest, value in phrases:
        groups.setdefault(word, []).append((rest, value))
    return {
        word: tuple(sorted(group, key=lambda item: -len(item[0]))) for word, group in groups.items()
    }

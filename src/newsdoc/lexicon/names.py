"""What the sources stage knows: titles, bodies, honorifics, given names and their genders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from newsdoc.lexicon.tables import Table
from newsdoc.lexicon.tags import TITLE

_OF: Final = frozenset(("at", "for", "of"))


@frozen(eq=False)
class NameWords:
    """What the sources stage knows: titles, bodies, honorifics, given names.

    Attributes:
        tags: the tags that this part gives to words, beside those of the lists.
        gender: ``m`` or ``f`` for each title, honorific, kinship word or given
            name that tells it; words that tell none are left out.
        given: the given names; ``m``, ``f`` or ``-``.
        short: what an abbreviated title stands for ('sen': 'senator').
        briefs: what is short for each title or party that has such ('senator': 'sen').
        roles: the titles and roles, singular.
        bodies: the class of each word for a body ('ministry': 'government').
        stand_ins: the nouns for bodies that can stand for one whose name does not hold
            them, with what such names tell: ``o`` no class, ``a`` capitals, ``c`` the class,
            ``p`` a public office.
        body_endings: words that close the names of bodies, but are none alone, with the
            class that they tell, or ``-``.
        body_surnames: such words, and those of bodies, that are common surnames as well.
        title_surnames: titles that are common surnames as well.
        settlements: words for places that have a name behind 'of' ('town').
        trade_endings: endings of nouns for people by their trade.
        places: words that close the names of places.
        things: words that open the names of storms, places and the like.
        documents: nouns for what is written or shown.
        voices: those of them that speak for their owner ('the board's report').
        authored: those of them that are of who was credited before ('the statement').
        published: those of these that a body issues, and no person ('the report').
        parties: adjectives and nouns of party.
        party_names: those of them that name the party itself ('Labour').
        party_letters: the party that a letter behind a name stands for ('d': 'democrat').
        states: the state that an abbreviation stands for ('calif': 'california').
        allegiances: adjectives of nation and faith, and parties.
        modifiers: words before a role or a name that are neither.
        portfolios: what an office is of ('state', 'defence').
        go_betweens: roles of people who speak for others or of them.
        functionaries: roles that an occasion brings with it ('referee').
        imperatives: verbs that open a sentence before a name ('meet').
        moods: adjectives that do ('furious').
        same_roles: for each role with more than one name the others ('actress').
        body_openings: words that open the names of bodies, with the small words behind which
            such go on ('friends': 'of').
        offers: words that make the name of a firm that of what it sells ('TV').
        owners: nouns for people to whom bodies belong by their names ("Children's Hospital").
        pairs: nouns for two who may share a surname ('brothers', 'couple').
        kin: nouns for a person by a tie to another.
        young: nouns for somebody young ('teenager').
        deaths: words that tell of a death ('killed').
        voiceless: nouns for whom or what is named and does not speak ('victim', 'horse').
        elders: those of them who are called Mr or Mrs, and the other by the given name.
        corporate: roles that a firm can have too ('owner').
        firms: firms with the names of people ('wells fargo').
        seats: streets and hills that stand for those who have their seat there.
        happenings: nouns behind a name that is no body's ('outbreak').
        firm_ties: what firms have, and seldom other bodies ('shares', 'shareholder').
        general: roles that a lead uses for somebody whose own role it tells later.
        trades: the fields in which a role is held, a letter each ('singer': ``a``), with
            ``*`` where people of other fields can be it besides ('billionaire').
        grades: titles that their bearer keeps in any office ('general', 'professor').
        ranks: words before a role that make it another ('deputy').
        deeds: verbs of what bodies do: ``f`` firms, ``o`` no person, ``r`` who watches others.
        commons: nouns that open sentences without an article ('fog', 'local').
        heads: roles of those who lead a body or have a task ('director').
        generations: ``p`` or ``c`` for what tells a parent from a child ('elder', 'jr').
        postpositives: adjectives behind their noun ('familiar').
        regnal: titles that make a full name with one given name.
        given_titles: titles that stand before a given name ('Sir').
        pronouns: for each pronoun what it stands for: ``m``, ``f``, ``n`` (a thing),
            ``p`` (several), ``r`` (what stands before it), ``s`` (who tells or is told).
        pronoun_gender: those of them that stand for a man or a woman.
        articles: 'a', 'an', 'the'.
        definite: words before what is known already ('the', 'her').
        introducing: words before what is new ('a', 'another').
        answering: verbs of who answers ('replied').
        personal_cues: verbs of saying that tell a person ('joked').
        former: words before a role that somebody had once.
        adjective_endings: the endings of adjectives.
        latest: adjectives that tell when a document came out ('recent').
        written_in: words between a verb of saying and what was written ('in').
        making_verbs: participles between a document and its maker ('conducted').
        domains: what stands behind the point in the name of a site ('com').
        issuing_verbs: verbs between a maker and a document ('issued').
        particles: small words inside names ('de', 'bin').
        joints: small words that join the words of a body or an office ('of').
        glue: the particles and the joints.
        linking: small words that may give letters to an acronym ('of', 'the').
        suffixes: what follows a name ('Jr', 'KC').
        honours: those of them that are no part of it ('KC').
        combining: the first halves of the names of fields ('geo').
        compounds: what follows a hyphen behind a name ('based').
        role_verbs: verbs that tell a role ('leads').
        alike: words of grammar that can be names, and before what they open a sentence
            so: ``v`` a verb, ``c`` a comma too, ``-`` neither.
        alike_at: the pattern of such words before a word with a capital.
    """

    tags: Mapping[str, int]
    gender: Mapping[str, str] = field(repr=False)
    given: Mapping[str, str] = field(repr=False)
    short: Mapping[str, str] = field(repr=False)
    briefs: Mapping[str, tuple[str, ...]] = field(repr=False)
    roles: frozenset[str] = field(repr=False)
    bodies: Mapping[str, str] = field(repr=False)
    stand_ins: Mapping[str, str] = field(repr=False)
    body_endings: Mapping[str, str] = field(repr=False)
    body_surnames: frozenset[str] = field(repr=False)
    title_surnames: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)
    things: frozenset[str] = field(repr=False)
    documents: frozenset[str] = field(repr=False)
    voices: frozenset[str] = field(repr=False)
    authored: frozenset[str] = field(repr=False)
    published: frozenset[str] = field(repr=False)
    parties: frozenset[str] = field(repr=False)
    party_names: frozenset[str] = field(repr=False)
    party_letters: Mapping[str, str] = field(repr=False)
    states: Mapping[str, str] = field(repr=False)
    allegiances: frozenset[str] = field(repr=False)
    modifiers: frozenset[str] = field(repr=False)
    portfolios: frozenset[str] = field(repr=False)
    go_betweens: frozenset[str] = field(repr=False)
    functionaries: frozenset[str] = field(repr=False)
    imperatives: frozenset[str] = field(repr=False)
    moods: frozenset[str] = field(repr=False)
    same_roles: Mapping[str, tuple[str, ...]] = field(repr=False)
    body_openings: Mapping[str, frozenset[str]] = field(repr=False)
    offers: frozenset[str] = field(repr=False)
    owners: frozenset[str] = field(repr=False)
    pairs: frozenset[str] = field(repr=False)
    kin: frozenset[str] = field(repr=False)
    young: frozenset[str] = field(repr=False)
    deaths: frozenset[str] = field(repr=False)
    voiceless: frozenset[str] = field(repr=False)
    elders: frozenset[str] = field(repr=False)
    corporate: frozenset[str] = field(repr=False)
    firms: frozenset[str] = field(repr=False)
    seats: frozenset[str] = field(repr=False)
    settlements: frozenset[str] = field(repr=False)
    happenings: frozenset[str] = field(repr=False)
    firm_ties: Mapping[str, str] = field(repr=False)
    general: frozenset[str] = field(repr=False)
    trades: Mapping[str, str] = field(repr=False)
    grades: frozenset[str] = field(repr=False)
    ranks: frozenset[str] = field(repr=False)
    deeds: Mapping[str, str] = field(repr=False)
    commons: frozenset[str] = field(repr=False)
    heads: frozenset[str] = field(repr=False)
    generations: Mapping[str, str] = field(repr=False)
    postpositives: frozenset[str] = field(repr=False)
    regnal: frozenset[str] = field(repr=False)
    given_titles: frozenset[str] = field(repr=False)
    pronouns: Mapping[str, str] = field(repr=False)
    pronoun_gender: Mapping[str, str] = field(repr=False)
    articles: frozenset[str] = field(repr=False)
    definite: frozenset[str] = field(repr=False)
    introducing: frozenset[str] = field(repr=False)
    answering: frozenset[str] = field(repr=False)
    personal_cues: frozenset[str] = field(repr=False)
    former: frozenset[str] = field(repr=False)
    adjective_endings: tuple[str, ...] = field(repr=False)
    trade_endings: tuple[str, ...] = field(repr=False)
    latest: frozenset[str] = field(repr=False)
    written_in: frozenset[str] = field(repr=False)
    making_verbs: frozenset[str] = field(repr=False)
    domains: frozenset[str] = field(repr=False)
    issuing_verbs: frozenset[str] = field(repr=False)
    particles: frozenset[str] = field(repr=False)
    joints: frozenset[str] = field(repr=False)
    glue: frozenset[str] = field(repr=False)
    linking: frozenset[str] = field(repr=False)
    suffixes: frozenset[str] = field(repr=False)
    honours: frozenset[str] = field(repr=False)
    combining: frozenset[str] = field(repr=False)
    compounds: frozenset[str] = field(repr=False)
    role_verbs: frozenset[str] = field(repr=False)
    alike: Mapping[str, str] = field(repr=False)
    alike_at: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, tables: Mapping[str, Table], extra: tuple[str, ...] = ()) -> NameWords:
        """Return the part compiled from the word lists, with *extra* titles."""

        def words(name: str) -> frozenset[str]:
            return frozenset(tables[name].words)

        gender: dict[str, str] = {}
        for name in ("given_names", "honorifics", "kin", "titles"):
            gender |= {row[0]: row[1] for row in tables[name].rows if row[1] != "-"}
        titled = tables["titles"].rows + tables["honorifics"].rows
        short = {row[0]: row[2] for row in titled if row[2] != "-"}
        letters = {row[0]: row[1] for row in tables["party_letters"].rows}
        briefs: dict[str, tuple[str, ...]] = {}
        for brief, full in (short | letters).items():
            briefs[full] = (*briefs.get(full, ()), brief)
        pronouns = {row[0]: row[1] for row in tables["personal_pronouns"].rows}
        return cls(
            tags={_head(title): TITLE for title in extra if title.split()},
            gender=gender,
            given={row[0]: row[1] for row in tables["given_names"].rows},
            short=short,
            briefs=briefs,
            roles=words("titles"),
            bodies={row[0]: row[1] for row in tables["bodies"].rows},
            stand_ins={row[0]: row[1] for row in tables["stand_ins"].rows},
            body_endings={row[0]: row[1] for row in tables["body_endings"].rows},
            body_surnames=words("body_surnames"),
            title_surnames=words("title_surnames"),
            places=words("places"),
            things=words("thing_openings"),
            documents=words("documents"),
            voices=frozenset(row[0] for row in tables["documents"].rows if row[1] != "n"),
            authored=frozenset(row[0] for row in tables["documents"].rows if row[1] in "ab"),
            published=frozenset(row[0] for row in tables["documents"].rows if row[1] == "b"),
            parties=words("parties"),
            party_names=frozenset(row[0] for row in tables["parties"].rows if row[1] == "y"),
            party_letters=letters,
            states={row[0]: row[1] for row in tables["state_abbreviations"].rows},
            allegiances=words("demonyms") | words("parties"),
            modifiers=words("role_modifiers"),
            portfolios=words("portfolios"),
            go_betweens=words("go_betweens"),
            functionaries=words("functionaries"),
            imperatives=words("imperatives"),
            moods=words("moods"),
            same_roles=_others(tables["same_roles"]),
            body_openings={
                row[0]: frozenset(row[1].split()) for row in tables["body_openings"].rows
            },
            offers=words("offers"),
            owners=words("owners"),
            pairs=words("pairs"),
            kin=words("kin"),
            young=words("young"),
            deaths=words("deaths"),
            voiceless=words("voiceless") | words("deaths"),
            elders=frozenset(row[0] for row in tables["kin"].rows if row[2] == "y"),
            corporate=words("corporate_roles"),
            firms=words("firms"),
            seats=words("seats"),
            settlements=words("settlements"),
            happenings=words("happenings"),
            firm_ties={row[0]: row[1] for row in tables["firm_ties"].rows},
            general=words("general_roles"),
            trades={row[0]: row[1] for row in tables["trades"].rows},
            grades=words("grades"),
            ranks=words("ranks"),
            deeds={row[0]: row[1] for row in tables["deeds"].rows},
            commons=words("commons"),
            heads=words("heads"),
            generations={row[0]: row[1] for row in tables["generations"].rows},
            postpositives=words("postpositives"),
            regnal=words("regnal"),
            given_titles=words("given_name_titles") | words("regnal"),
            pronouns=pronouns,
            pronoun_gender={word: whom for word, whom in pronouns.items() if whom in "mf"},
            articles=words("articles"),
            definite=frozenset(row[0] for row in tables["openings"].rows if row[1] == "d"),
            introducing=frozenset(row[0] for row in tables["openings"].rows if row[1] == "n"),
            answering=words("answers"),
            personal_cues=words("personal_cues"),
            former=words("former"),
            adjective_endings=tables["adjective_endings"].words,
            trade_endings=tables["trade_endings"].words,
            latest=words("latest"),
            written_in=words("medium_prepositions"),
            making_verbs=words("making_verbs"),
            domains=words("domains"),
            issuing_verbs=words("issuing_verbs"),
            particles=words("name_particles"),
            joints=words("name_joints"),
            glue=words("name_particles") | words("name_joints"),
            linking=words("linking"),
            suffixes=words("name_suffixes"),
            honours=words("name_suffixes") - words("generations"),
            combining=words("combining"),
            compounds=words("compounds"),
            role_verbs=words("role_verbs"),
            alike={row[0]: row[1] for row in tables["names_alike"].rows},
            alike_at=_before_capital(tables["names_alike"].words),
        )


def _others(table: Table) -> dict[str, tuple[str, ...]]:
    """Return for each word of a table the others of its row."""
    rows = [(role, *others.split()) for role, others in table.rows]
    return {word: tuple(other for other in row if other != word) for row in rows for word in row}


def _before_capital(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words with a capital that stand before another."""
    return re.compile(f"(?:{'|'.join(word.capitalize() for word in words) or '(?!)'}) (?=[A-Z])")


def _head(title: str) -> str:
    """Return the word that a title is known by: 'warden' in 'Lord Warden', before 'of' else."""
    words = title.lower().split()
    small = (i for i, word in enumerate(words) if i and word in _OF)
    return words[next(small, len(words)) - 1]

"""Markdown: readers give back the printed words, and nothing that the article did not have."""

import html
import itertools
import re
from pathlib import Path

import frontmatter
import html5lib
import mistune
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from newsdoc import parse, to_markdown
from newsdoc.formats import phrases
from newsdoc.formats.characters import REPLACED, replace_unprintable
from newsdoc.formats.escapes import ESCAPES, escape
from newsdoc.formats.markdown import _words
from newsdoc.model import (
    Change,
    Document,
    Mention,
    Notice,
    Paragraph,
    Quote,
    Role,
    Source,
    Span,
    Statistic,
    fold,
)
from newsdoc.strategies import documents

HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "#",
                "####### ",
                "> ",
                "- ",
                "-",
                "--- ",
                "+ ",
                "+++",
                "* ",
                "*",
                "**",
                "_",
                "__",
            ),
            *(
                "1. ",
                "1) ",
                "12",
                ".",
                ")",
                "===",
                "= ",
                "~",
                "~~",
                "~~~",
                "`",
                "``",
                "```",
                "\\",
                "|",
            ),
            *(
                "[",
                "]",
                "](",
                "](x)",
                "![",
                "[^1]",
                "[^1]: ",
                "[x] ",
                ": ",
                "(",
                "!",
                "{",
                "{{",
                "{%",
            ),
            *(
                "<b>",
                "</b>",
                "<!--",
                "<?",
                "<http://a.example>",
                "<",
                ">",
                "&amp;",
                "&#0;",
                "&#x41;",
            ),
            *(
                "http://a.example",
                "www.a.example",
                "a@b.example",
                "$",
                "$$",
                "&",
                "a",
                "b ",
                " ",
                "\n",
            ),
            *(
                "\n\n",
                "    ",
                "\t",
                "\r",
                "\0",
                "\ud800",
                "\u2028",
                "\x85",
                "\xa0",
                "\ufeff",
                "é",
                "“",
            ),
        ]
    ),
    max_size=10,
).map("".join)


def one(text, role=Role.BODY):
    return Document(text, (Paragraph(Span.of(text, 0, len(text)), role),) if text else ())


def expected(doc):
    """The blocks that a reader should find: the kind of each, and its words."""
    kinds = {Role.SUBHEAD: "h2", Role.LIST_ITEM: "li"}
    blocks = [[kinds.get(p.role, "p"), words(_words(p).text)] for p in doc.paragraphs]
    if doc.headline:
        printed = [
            i
            for i, p in enumerate(doc.paragraphs)
            if p.role is Role.HEADLINE and fold(p.text) == doc.headline
        ]
        if printed:
            blocks[printed[0]][0] = "h1"
        else:
            blocks.insert(0, ["h1", words(doc.headline)])
    return [tuple(block) for block in blocks if block[1]]


def words(text):
    return fold(replace_unprintable(text))


READER = MarkdownIt("commonmark")
GFM = MarkdownIt("gfm-like", {"linkify": False})
NOTES = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)
PLAIN = {"text", "text_special", "em_open", "em_close"}


def blocks_of(tokens, more=frozenset()):
    """The blocks that markdown-it-py read; each inline must be plain text (or *more*)."""
    kind, item = "", False
    for token in tokens:
        if token.type == "list_item_open":
            item = True
        elif token.type == "inline":
            assert {child.type for child in token.children} <= PLAIN | more
            text = "".join(child.content for child in token.children)
            yield ("li" if item else kind, fold(text))
        elif token.type == "list_item_close":
            item = False
        elif token.nesting == 1:
            kind = token.tag


def second_blocks(text):
    """The blocks of the HTML that mistune makes; it has no other elements than ours."""
    for node in html5lib.parseFragment(SECOND(text), namespaceHTMLElements=False).iter():
        assert node.tag in {"DOCUMENT_FRAGMENT", "h1", "h2", "ul", "li", "p", "em"}
        if node.tag in {"h1", "h2", "li", "p"}:
            yield node.tag, fold("".join(node.itertext()))


SECOND = mistune.create_markdown(escape=False, plugins=["strikethrough", "table"])


PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "markdown.md").read_text(
    encoding="utf-8"
)


def rows_of(head):
    """The rows of a table of the style page."""
    table = PAGE.partition(head + "\n")[2].partition("\n\n")[0]
    lines = table.splitlines()[1:]
    return [tuple(re.split(r" (?<!\\)\| ", line.strip("| "))) for line in lines]


def code(text):
    """Text as code in a table."""
    marks = "`` " if "`" in text else "`"
    return f"{marks}{text}{marks[::-1]}".replace("|", r"\|")


ROLES = st.sampled_from([Role.BODY, Role.HEADLINE, Role.LIST_ITEM, Role.CAPTION, Role.DECK])
ANY = documents() | documents(text=HOSTILE) | st.builds(one, HOSTILE, ROLES)


class TestArticle:
    @given(ANY)
    @example(one("foo ##", Role.HEADLINE))
    @example(one("#######", Role.HEADLINE))
    @example(one("12\\. a"))
    def test_a_reader_gives_back_the_printed_words(self, doc):
        written = to_markdown(doc, front_matter=False, annotations="none")

        assert list(blocks_of(READER.parse(written))) == expected(doc)

    @given(ANY)
    def test_a_reader_of_github_markdown_agrees(self, doc):
        written = to_markdown(doc, front_matter=False, annotations="none")

        assert list(blocks_of(GFM.parse(written))) == expected(doc)

    @given(ANY)
    def test_a_second_reader_agrees(self, doc):
        written = to_markdown(doc, front_matter=False, annotations=None)

        assert list(second_blocks(written)) == expected(doc)

    @given(ANY)
    def test_it_can_be_written_as_utf_8(self, doc):
        for annotations in ("appendix", "footnotes", "none"):
            written = to_markdown(doc, annotations=annotations)

            assert written.encode().decode() == written


def cells_of(tokens):
    """The cells of the last table that markdown-it-py read, row by row; the head left out."""
    rows = []
    for before, token in itertools.pairwise(tokens):
        if token.type == "tbody_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and before.type == "td_open":
            assert {child.type for child in token.children} <= PLAIN
            rows[-1].append(fold("".join(child.content for child in token.children)))
    return rows


def credited_as(figure):
    """The name of the source of a figure, or else the source as printed."""
    source = figure.source
    return (source.source.name or source.span.text) if source else ""


def doubt_about(figure, doc):
    """What the speaker does with a figure that is not claimed, in brackets."""
    stances = [q.stance for q in doc.quotes if any(figure.span in part for part in q.content)]
    doubtful = [phrases.STANCES[stance] for stance in stances if stance != "asserts"]
    return f"({doubtful[0]})" if doubtful else ""


class TestAppendix:
    @given(ANY)
    def test_it_goes_behind_the_article(self, doc):
        article = to_markdown(doc, front_matter=False, annotations="none").rstrip("\n")
        written = to_markdown(doc, front_matter=False)

        assert written.startswith(article)
        if article and (doc.quotes or doc.statistics or doc.notices):
            assert written.removeprefix(article).startswith("\n\n---\n\n")

    @given(ANY)
    def test_each_row_of_the_table_comes_back_with_its_cells(self, doc):
        found = cells_of(GFM.parse(to_markdown(doc)))

        assert found == [
            [
                words(s.span.text),
                words(phrases.value(s)),
                words(phrases.unit(s)),
                words(s.subject.text) if s.subject else "",
                words(f"{credited_as(s)} {doubt_about(s, doc)}"),
            ]
            for s in doc.statistics
        ]

    @pytest.mark.parametrize("annotations", ["appendix", "footnotes"])
    @given(ANY)
    def test_changes_and_notices_close_it_as_lists(self, annotations, doc):
        tokens = NOTES.parse(to_markdown(doc, front_matter=False, annotations=annotations))
        inline = [words(t.content) for t in tokens if t.type == "inline"]
        found = [(title, title in inline) for title in ("**Changes**", "**To check**")]

        assert found == [("**Changes**", bool(doc.changes)), ("**To check**", bool(doc.notices))]

    def test_a_change_and_a_notice_are_told_in_words(self):
        text = "Fares rose from 2 to 3. “No, he said."
        two, three = (Statistic(Span.of(text, at, at + 1), at % 13) for at in (16, 21))
        doc = Document(
            text,
            (Paragraph(Span.of(text, 0, len(text))),),
            statistics=(two, three),
            changes=(Change(two, three),),
            notices=(Notice("unclosed-mark", Span.of(text, 24, 25)),),
        )
        written = to_markdown(doc, front_matter=False)

        assert written.endswith(
            "\n\n**Changes**\n\n- from 2 to 3\n\n**To check**\n\n- unclosed mark: “\n"
        )

    @given(ANY)
    def test_no_reader_finds_markup_that_is_not_ours(self, doc):
        for annotations in ("appendix", "footnotes"):
            written = to_markdown(doc, front_matter=False, annotations=annotations)
            tokens = NOTES.parse(written)
            inline = {c.type for t in tokens if t.type == "inline" for c in t.children}

            assert inline <= PLAIN | {
                "strong_open",
                "strong_close",
                "footnote_ref",
                "footnote_anchor",
            }
            assert not {t.type for t in tokens} & {
                "html_block",
                "fence",
                "code_block",
                "blockquote_open",
            }

    def test_a_denial_and_a_question_are_told_from_a_claim(self):
        text = "The mayor denied that 40 jobs would go. The union asked why."
        spans = [
            Span.of(text, text.index(w), text.index(w) + len(w))
            for w in ("that 40 jobs would go", "why")
        ]
        doc = Document(
            text,
            quotes=(Quote(spans[:1], stance="denies"), Quote(spans[1:], stance="asks")),
            statistics=(Statistic(Span.of(text, 22, 29), 40),),
        )
        written = to_markdown(doc)

        assert "- **Denies:** that 40 jobs would go\n" in written
        assert "- **Asks:** why\n" in written
        assert "| 40 jobs | 40 |   |   | (denies) |" in written

    def test_a_source_without_a_name_is_not_called_by_a_word_that_points_back(self):
        text = "A man who said it was cold left. “It is,” the man said."
        who, man, content = Span.of(text, 6, 9), Span.of(text, 42, 49), Span.of(text, 15, 26)
        again = Source("unnamed", mentions=(who, man))
        once = Source("unnamed", mentions=(who,))

        for source, label in ((again, "the man"), (once, "unnamed")):
            quote = Quote((content,), speaker=Mention(who, source, "relative"))
            written = to_markdown(Document(text, quotes=(quote,), sources=(source,)))
            assert f"**{label}**\n" in written


class TestFootnotes:
    def test_each_stands_behind_its_figure_also_where_blanks_are_folded(self):
        text = "He saw   12 boats. He  denied that 40 nets\nwere lost."
        denied = Quote((Span.of(text, 30, 52),), stance="denies")
        figures = (Statistic(Span.of(text, 9, 11), 12), Statistic(Span.of(text, 35, 37), 40))
        whole = Paragraph(Span.of(text, 0, len(text)))
        doc = Document(text, (whole,), quotes=(denied,), statistics=figures)
        printed, *notes = to_markdown(doc, front_matter=False, annotations="footnotes").split(
            "\n\n"
        )

        assert printed == "He saw 12[^1] boats. He denied that 40[^2] nets were lost[^3]."
        assert [note.strip() for note in notes[:2]] == [
            "[^1]: 12.",
            "[^2]: 40; the speaker denies this.",
        ]

    @pytest.mark.parametrize(
        ("text", "at", "written"),
        [
            ("Five boats", 4, "Five[^1] boats"),
            ("  Five \n boats", 6, "Five[^1] boats"),
            ("It was 12 ", 9, "It was 12[^1]"),
            (" Five boats", 0, "[^1]Five boats"),
            ("40(of 50)", 2, r"40[^1]\(of 50)"),
            ("40: a few", 2, r"40[^1]\: a few"),
            ("Only 40! Few", 8, r"Only 40\![^1] Few"),
            ("(40) or (50)!", 3, "(40[^1]) or (50)!"),
        ],
    )
    def test_a_reference_stays_one_whatever_stands_beside_it(self, text, at, written):
        assert escape(text, [(at, "[^1]")]) == written

    @pytest.mark.parametrize("marks", ["", "”", "’”", "\"'", "’”’", "»"])
    def test_that_of_a_quote_stands_behind_all_marks_that_close_there(self, marks):
        text = f"She said No.{marks} He left."
        doc = Document(
            text,
            (Paragraph(Span.of(text, 0, len(text))),),
            quotes=(Quote((Span.of(text, 9, 12),)),),
        )
        written = to_markdown(doc, front_matter=False, annotations="footnotes")

        assert written.startswith(f"She said No.{marks}[^1] He left.\n")

    def test_no_sign_before_one_makes_it_something_else(self):
        text = "Up^ and on! by 4"
        marks = tuple(Quote((Span.of(text, at - 1, at),)) for at in (3, 11))
        doc = Document(text, (Paragraph(Span.of(text, 0, len(text))),), quotes=marks)
        printed = to_markdown(doc, front_matter=False, annotations="footnotes")

        assert printed.startswith(r"Up\^[^1] and on\![^2] by 4")

    @given(ANY)
    def test_a_reader_gives_back_the_printed_words(self, doc):
        tokens = NOTES.parse(to_markdown(doc, front_matter=False, annotations="footnotes"))
        article = itertools.takewhile(lambda t: t.type not in {"hr", "footnote_block_open"}, tokens)

        assert list(blocks_of([*article], {"footnote_ref"})) == expected(doc)

    @given(ANY)
    def test_each_quote_and_figure_in_a_paragraph_has_one(self, doc):
        tokens = NOTES.parse(to_markdown(doc, front_matter=False, annotations="footnotes"))
        references = [
            c for t in tokens if t.type == "inline" for c in t.children if c.type == "footnote_ref"
        ]
        ends = [q.content[-1].end for q in doc.quotes] + [s.span.end for s in doc.statistics]
        held = [
            end
            for end in ends
            if doc.paragraph_at(end - 1) and words(_words(doc.paragraph_at(end - 1)).text)
        ]

        assert [r.meta["id"] for r in references] == list(range(len(references)))
        assert len(references) == len(held)


class TestEscapes:
    @pytest.mark.parametrize("row", ESCAPES, ids=lambda row: f"{row.character} {row.context}")
    def test_a_row_writes_what_reads_as_its_character(self, row):
        backslash = f"\\{row.character}"

        assert row.written == backslash or html.unescape(row.written) == row.character
        assert re.fullmatch(r"[!-/:-@\[-`{-~]", row.character), "no backslash escapes this"

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("2 * 3 * 4", r"2 \* 3 \* 4"),
            ("AT&T &amp; friends", "AT&T &amp;amp; friends"),
            ("a <b> c", "a &lt;b> c"),
            ("&copy 2026", "&amp;copy 2026"),
            ("R&D", "R&D"),
            ("from $5 to $7", r"from \$5 to $7"),
            ("it cost $5", "it cost $5"),
            ("# 1 hit", r"\# 1 hit"),
            ("the #1 hit, in C#", "the #1 hit, in C#"),
            ("a #", r"a \#"),
            ("2026. A year", r"2026\. A year"),
            ("In 2026. A year", "In 2026. A year"),
            ("- a", r"\- a"),
            ("-5 degrees", "-5 degrees"),
            ("[sic]", r"\[sic\]"),
            ("{{ page }}", r"\{\{ page }}"),
            ("a\nb\t c", "a b c"),
        ],
    )
    def test_the_style_page_shows_this(self, text, written):
        assert escape(text) == written

    def test_the_style_page_lists_the_rows(self):
        rows = [
            (code(row.character), code(row.written), row.context, row.reason) for row in ESCAPES
        ]

        assert rows_of("| character | written | where | otherwise |") == rows

    def test_the_style_page_shows_what_is_written(self):
        rows = rows_of("| printed | written |")

        assert rows
        assert [(printed, code(escape(printed.strip("`")))) for printed, _ in rows] == rows

    def test_the_style_page_lists_the_replaced_characters(self):
        rows = [
            (
                " to ".join(f"U+{ord(c):04X}" for c in row.characters if c != "-"),
                "U+FFFD",
                row.reason,
            )
            for row in REPLACED
        ]

        assert rows_of("| character | written as | reason |") == rows


class TestFrontMatter:
    @given(ANY)
    def test_a_reader_of_front_matter_gives_it_back(self, doc):
        read = frontmatter.loads(to_markdown(doc))

        assert read.get("title") == (doc.headline and replace_unprintable(doc.headline))
        assert read.get("description") == (doc.deck and replace_unprintable(doc.deck))
        assert read["newsdoc"]["quotes"] == len(doc.quotes)
        assert read.get("date") == (doc.published and doc.published.isoformat())

    @pytest.mark.parametrize(
        ("authors", "one_of_them", "all_of_them"),
        [
            ((), None, None),
            (("Ana Ruiz",), "Ana Ruiz", None),
            (("Ana Ruiz", "Bo Vale"), None, ["Ana Ruiz", "Bo Vale"]),
            (("Ana Ruiz", "Bo Vale", "NATO"), None, ["Ana Ruiz", "Bo Vale", "NATO"]),
        ],
    )
    def test_one_author_is_a_name_and_several_are_a_list(self, authors, one_of_them, all_of_them):
        read = frontmatter.loads(to_markdown(parse("Rain fell all night.", authors=authors)))

        assert (read.get("author"), read.get("authors")) == (one_of_them, all_of_them)

    @given(ANY)
    def test_the_body_is_the_same_without_it(self, doc):
        with_it, without = (to_markdown(doc, front_matter=flag) for flag in (True, False))

        assert with_it.partition("\n---\n")[2].lstrip("\n") == without.lstrip("\n")


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_article_is_an_empty_page(text):
    assert to_markdown(Document(text), front_matter=False) == "\n"


def test_another_annotation_is_an_error():
    with pytest.raises(ValueError, match="margin"):
        to_markdown(Document(""), annotations="margin")

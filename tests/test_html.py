"""HTML: the article's own text, whatever it holds, and nothing that it could inject."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import to_html
from newsdoc.formats.characters import replace_unprintable
from newsdoc.formats.html import to_html_fragment
from newsdoc.formats.phrases import title_at
from newsdoc.model import Document, Paragraph, Role, Span, Statistic
from newsdoc.strategies import documents

BLOCKS = {"h1", "h2", "li", "p"}
HOSTILE = st.lists(
    st.sampled_from(
        [
            *("<script>alert(1)</script>", "</article>", "</mark>", "<!--", "-->", "<![CDATA["),
            *(
                '" onmouseover="x',
                "' x='",
                "&amp;",
                "&#0;",
                "&lt",
                "]]>",
                "</style>",
                "<plaintext>",
            ),
            *("\0", "\r", "\r\n", "\ud800", "\u202e", "\u2066", "\ufeff", "\x1b", "\x0c", "\x85"),
            *(
                "a",
                " ",
                "\n",
                "“No,” she said. ",
                "12 percent",
                "</title>",
                "<table>",
                "$title",
                "${x}",
            ),
        ]
    ),
    max_size=12,
).map("".join)


def parse(page):
    return html5lib.parse(page, namespaceHTMLElements=False)


def text_of(node):
    return "".join(node.itertext())


@given(documents() | documents(text=HOSTILE))
def test_the_text_of_the_article_is_the_text_of_the_document(doc):
    (article,) = parse(to_html(doc)).iter("article")

    assert text_of(article) == replace_unprintable(doc.text)


@given(documents())
def test_each_paragraph_is_the_element_of_its_role_and_one_is_the_title(doc):
    (article,) = parse(to_html(doc)).iter("article")
    found = [(node.get("class"), node.tag) for node in article.iter() if node.tag in BLOCKS]
    others = {Role.SUBHEAD: "h2", Role.LIST_ITEM: "li"}
    expected = [(p.role, others.get(p.role, "p")) for p in doc.paragraphs]
    title = title_at(doc)
    if title is not None:
        expected[title] = (Role.HEADLINE, "h1")

    assert found == expected


@given(documents(text=HOSTILE))
def test_the_fragment_holds_the_same_article(doc):
    (article,) = html5lib.parseFragment(to_html_fragment(doc), namespaceHTMLElements=False).iter(
        "article"
    )

    assert text_of(article) == replace_unprintable(doc.text)
    assert doc._repr_html_() == to_html_fragment(doc)


@given(documents(text=HOSTILE))
def test_no_article_adds_an_element_or_an_attribute_of_its_own(doc):
    tags, attributes = set(), set()
    for node in parse(to_html(doc)).iter():
        tags.add(node.tag)
        attributes |= set(node.attrib)

    assert tags <= ALLOWED_TAGS
    assert attributes <= ALLOWED_ATTRIBUTES


ALLOWED_TAGS = {
    "html",
    "head",
    "meta",
    "link",
    "title",
    "style",
    "body",
    "div",
    "main",
    "header",
    "article",
    "aside",
    "section",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "mark",
    "span",
    "data",
    "time",
    "a",
    "b",
    "small",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ALLOWED_ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "rel",
    "href",
    "class",
    "id",
    "dir",
    "tabindex",
    "value",
    "datetime",
    "scope",
    "aria-label",
    "aria-describedby",
    "data-note",
    "data-label",
    "data-stance",
}


@given(documents(text=HOSTILE))
def test_the_page_has_no_errors_in_its_html(doc):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(to_html(doc))
    errors = {name for _, name, _ in parser.errors}

    # Controls are kept as they are, though a page should have none.
    assert errors <= {"invalid-codepoint", "illegal-codepoint-for-numeric-entity"}


@given(documents())
def test_the_items_of_a_list_stand_in_one(doc):
    (article,) = parse(to_html(doc)).iter("article")
    lists = [node for node in article.iter() if node.get("class") == "list"]

    assert [n for node in lists for n in node] == list(article.iter("li"))
    assert all(node.tag == "ul" for node in lists)
    assert not {(node.text or "").strip() for node in lists} - {""}


def test_items_that_stand_together_are_one_list():
    text = "• One\n• Two\nThen\n• Three"
    spans = [Span.of(text, a, b) for a, b in ((0, 5), (6, 11), (12, 16), (17, 24))]
    roles = ["list_item", "list_item", "body", "list_item"]
    page = to_html(Document(text, tuple(map(Paragraph, spans, roles))))
    (article,) = parse(page).iter("article")

    assert [len(node) for node in article.iter("ul")] == [2, 1]


def test_a_machine_reads_no_single_value_where_there_is_none():
    text = "Two in five of 12 boats, 3 to 4 of them old"
    figures = (
        Statistic(Span.of(text, 0, 11), 2, of=5),
        Statistic(Span.of(text, 15, 17), 12),
        Statistic(Span.of(text, 25, 31), 3, 4),
    )
    page = parse(to_html(Document(text, statistics=figures)))

    assert [node.get("value") for node in page.iter("data")] == ["", "12", ""]


@given(documents())
def test_every_id_is_one_of_a_kind_and_every_reference_has_its_aim(doc):
    nodes = [*parse(to_html(doc)).iter()]
    ids = [node.get("id") for node in nodes if node.get("id")]
    aims = [node.get("href")[1:] for node in nodes if (node.get("href") or "").startswith("#")]
    aims += [node.get("aria-describedby") for node in nodes if node.get("aria-describedby")]

    assert len(ids) == len(set(ids))
    assert set(aims) <= set(ids)


@given(documents())
def test_each_quote_and_figure_is_listed_once_beside_the_article(doc):
    links = [a for section in parse(to_html(doc)).iter("section") for a in section.iter("a")]
    quotes = [f"#quote-{i}" for i in range(1, len(doc.quotes) + 1)]
    figures = [f"#figure-{i}" for i in range(1, len(doc.statistics) + 1)]

    assert sorted(a.get("href") for a in links) == sorted(quotes + figures)


@given(documents())
def test_a_page_can_be_written_as_utf_8(doc):
    assert to_html(doc).encode().decode() == to_html(doc)


def test_the_page_asks_for_nothing_outside():
    page = to_html(Document("One line."))

    assert "default-src 'none'" in page
    assert "http" not in page.replace('http-equiv="Content-Security-Policy"', "")
    assert "<script" not in page


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_article_has_a_page(text):
    assert "<title>Article</title>" in to_html(Document(text))

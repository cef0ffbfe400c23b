"""The page in a real browser: quiet, closed to the outside, readable and reachable by keyboard."""

import json
import os
import shutil
from pathlib import Path

import pytest

import showcase
from newsdoc import to_html
from newsdoc.model import Document, Paragraph, Span

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
if not (BROWSER and DRIVER):
    pytest.skip("no Chromium with its driver on this machine", allow_module_level=True)

WIDTHS = {"phone": 375, "desktop": 1280}
SCHEMES = ("light", "dark")
HOSTILE = (
    "<script>document.title = 'taken'</script> </article><img src=x onerror=alert(1)> "
    '" onmouseover="alert(1)" x=" &lt;b&gt; \u202eevil\u202c <!-- ]]> </style><plaintext>'
)

CONTRAST = (Path(__file__).parent / "browser" / "contrast.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


def open_page(browser, folder, document, width=1280, scheme="light", height=900):
    page = folder / "page.html"
    page.write_text(to_html(document), encoding="utf-8", newline="")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(page.as_uri())


def requests(browser):
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]


def note_is_shown(browser, name):
    script = "return getComputedStyle(document.getElementById(arguments[0]), '::after').visibility"
    return browser.execute_script(script, name) == "visible"


def test_no_request_leaves_the_page_and_the_console_is_silent(browser, tmp_path):
    open_page(browser, tmp_path, showcase.document())

    assert {url.partition(":")[0] for url in requests(browser)} <= {"file", "data"}
    assert browser.get_log("browser") == []


def test_hostile_text_stays_text(browser, tmp_path):
    document = Document(HOSTILE, (Paragraph(Span.of(HOSTILE, 0, len(HOSTILE) - 1), "headline"),))
    open_page(browser, tmp_path, document)
    text = browser.execute_script("return document.querySelector('article').textContent")

    assert text == HOSTILE
    assert browser.title.startswith("<script>")
    assert browser.execute_script("return document.images.length + document.scripts.length") == 0
    assert browser.get_log("browser") == []


def test_the_article_is_the_text_of_the_document(browser, tmp_path):
    open_page(browser, tmp_path, showcase.document())
    text = browser.execute_script("return document.querySelector('article').textContent")

    assert text == showcase.TEXT


def test_hovering_a_figure_shows_its_details(browser, tmp_path):
    open_page(browser, tmp_path, showcase.document())
    figure = browser.find_element("id", "figure-2")
    hidden = note_is_shown(browser, "figure-2")
    webdriver.ActionChains(browser).move_to_element(figure).perform()

    assert not hidden
    assert note_is_shown(browser, "figure-2")
    assert not note_is_shown(browser, "figure-3")


def test_the_tab_key_reaches_every_figure_in_order(browser, tmp_path):
    document = showcase.document()
    open_page(browser, tmp_path, document)
    reached = []
    for _ in document.statistics:
        webdriver.ActionChains(browser).send_keys("\ue004").perform()
        reached.append(browser.switch_to.active_element.get_attribute("id"))

        assert note_is_shown(browser, reached[-1])
    assert reached == [f"figure-{i + 1}" for i in range(len(document.statistics))]


def test_a_figure_in_the_table_leads_to_its_place(browser, tmp_path):
    open_page(browser, tmp_path, showcase.document(), height=400)
    link = browser.find_element("css selector", "a[href='#figure-12']")
    browser.execute_script("arguments[0].click()", link)
    place = browser.find_element("id", "figure-12").rect["y"]
    top = browser.execute_script("return scrollY")

    assert top < place < top + 400


def test_a_screen_reader_is_told_of_figures_and_landmarks(browser, tmp_path):
    open_page(browser, tmp_path, showcase.document())
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {node["role"]["value"] for node in nodes if "role" in node}
    told = [
        node["description"]["value"] for node in nodes if node.get("description", {}).get("value")
    ]

    assert {"main", "article", "complementary", "table", "heading"} <= roles
    assert any("4,600,000" in text and "Northern Ferries" in text for text in told)


@pytest.mark.parametrize("name", WIDTHS)
def test_nothing_is_wider_than_the_window(browser, tmp_path, name):
    open_page(browser, tmp_path, showcase.document(), WIDTHS[name])
    script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"

    assert browser.execute_script(script) <= 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_text_has_the_contrast_of_wcag_aa(browser, tmp_path, scheme):
    open_page(browser, tmp_path, showcase.document(), scheme=scheme)
    worst = browser.execute_script(CONTRAST)

    assert [text for text in worst if text[0] < 4.5] == []
    assert len(worst) > 50


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", WIDTHS)
def test_a_picture_of_the_page_is_taken(browser, tmp_path, name, scheme):
    """The pictures are for people to look at: NEWSDOC_SCREENSHOTS says where they go."""
    width = WIDTHS[name]
    open_page(browser, tmp_path, showcase.document(), width, scheme)
    height = browser.execute_script("return document.documentElement.scrollHeight")
    open_page(browser, tmp_path, showcase.document(), width, scheme, height)
    folder = Path(os.environ.get("NEWSDOC_SCREENSHOTS", tmp_path))
    picture = folder / f"{name}-{scheme}.png"

    assert browser.save_screenshot(str(picture))
    assert picture.stat().st_size > 50_000

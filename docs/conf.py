"""How Sphinx builds the pages: ``sphinx-build -n -W docs docs/_build/html``."""

from importlib.metadata import version as installed

project = "newsdoc"
author = "The newsdoc maintainers"
copyright = "2026, the newsdoc maintainers"  # noqa: A001  (the name that Sphinx asks for)
release = version = installed("newsdoc")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsdoc {release}"
html_show_sphinx = False
pygments_style = "friendly"

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# No page refers to anything outside the project, so that the build needs no network.
nitpick_ignore_regex = [
    ("py:.*", r"(str|int|bool|bytes|float|tuple|list|dict|None|object|optional|\.\.\.)"),
    ("py:.*", r"(Any|Callable|Decimal|Iterable|Iterator|Mapping|SearchStrategy|Self|Sequence)"),
    ("py:.*", r"(Exception|LookupError|StrEnum|TypeError|ValueError)"),
    ("py:.*", r"(attrs?|collections|datetime|decimal|dt|enum|hypothesis|pathlib|regex|typing)\..*"),
]

"""What an installed wheel must be able to do, run where nothing of the repository is in reach."""

from importlib import resources
from importlib.metadata import requires

import newsdoc

TEXT = "Rain closes the harbour\n\n“The harbour is closed,” said Mayor Ann Holt."

package = resources.files("newsdoc")
assert package.joinpath("py.typed").is_file()
assert package.joinpath("lexicon", "en", "months.txt").is_file()
assert not any("hypothesis" in need and "extra" not in need for need in requires("newsdoc") or ())

document = newsdoc.parse(TEXT)
assert document.headline == "Rain closes the harbour", document
assert newsdoc.from_json(newsdoc.to_json(document)) == document
assert "Rain closes the harbour" in newsdoc.to_markdown(document)
assert newsdoc.json_schema()["$schema"]
print(f"the wheel works: {document!r}")

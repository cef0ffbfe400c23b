"""The JSON Schema: fresh, true of every document, and no stricter than the reader."""

import copy
import importlib.util
import json
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsdoc import FormatError, from_dict, json_schema, to_dict, to_json
from newsdoc.formats.scalars import read_decimal, read_offset, read_time
from newsdoc.strategies import documents

TOOL = Path(__file__).parents[1] / "tools" / "make_schema.py"
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

_PAST_DECIMAL = 19  # digits: of an exponent past those that a Decimal holds

# What a mutation puts in the place of another value.
VALUES = st.sampled_from(
    [None, True, 0, -1, 7.5, "", "x", "1", "2026-01-01", [], [None], {}, {"start": 0}]
)


def places(value, path=()):
    """The path of every value within a value."""
    yield path
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(part, (*path, key))


def mutate(data, path, how, value):
    """Replace, delete or add something at a place of *data*."""
    *outer, last = path
    holder = data
    for key in outer:
        holder = holder[key]
    if how == "delete":
        del holder[last]
    elif how == "add" and isinstance(holder[last], dict):
        holder[last]["extra"] = value
    else:
        holder[last] = value


def test_the_committed_schema_is_fresh():
    spec = importlib.util.spec_from_file_location("make_schema", TOOL)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert json.loads(json.dumps(tool.make())) == SCHEMA, "run tools/make_schema.py"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_class_and_field_is_described():
    for name, part in [("Document", SCHEMA), *SCHEMA["$defs"].items()]:
        assert part["description"], name
        for field, schema in part.get("properties", {}).items():
            assert schema["description"], f"{name}.{field}"


def test_every_object_is_closed():
    for part in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert part.get("type") != "object" or part["additionalProperties"] is False


@given(documents(), st.sampled_from(["codepoint", "utf-16"]))
def test_every_document_satisfies_the_schema(doc, offsets):
    VALIDATOR.validate(json.loads(to_json(doc, offsets=offsets)))


@pytest.mark.parametrize(
    ("kind", "read"),
    [("Decimal", read_decimal), ("Time", read_time), ("Offset", read_offset)],
)
@given(data=st.data())
def test_what_fits_a_pattern_of_the_schema_is_read(kind, read, data):
    text = data.draw(st.from_regex(re.compile(SCHEMA["$defs"][kind]["pattern"], re.ASCII)))
    assume(not text.endswith("\n") and len(text.partition("E")[2]) < _PAST_DECIMAL)

    assert read(text, None) is not None


@given(documents(), st.data())
def test_what_breaks_the_schema_is_refused_by_the_reader(doc, data):
    written = to_dict(doc)
    path = data.draw(st.sampled_from([*places(written)][1:]), label="path")
    how = data.draw(st.sampled_from(["replace", "delete", "add"]), label="how")
    broken = copy.deepcopy(written)
    mutate(broken, path, how, data.draw(VALUES, label="value"))
    assume(not VALIDATOR.is_valid(broken))

    with pytest.raises(FormatError):
        from_dict(broken)

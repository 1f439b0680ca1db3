"""The JSON Schemas that text editors get agree with the compiler about the real content."""

from typing import Any

import jsonschema
import pytest
import yaml

from exhibit.compiler.content.schema import json_schemas
from tests.compiler.folders import CONTENT

_KINDS = {"exhibit.yaml": "exhibit", "regions.yaml": "regions", "map.yaml": "map", "scripts.yaml": "scripts"}


def _head(text: str) -> Any:
    return yaml.safe_load(text.split("---\n")[1])


@pytest.mark.parametrize("name", _KINDS)
def test_single_files(name: str) -> None:
    jsonschema.validate(yaml.safe_load((CONTENT / name).read_text("utf-8")), json_schemas()[_KINDS[name]])


def test_articles_and_figures() -> None:
    schemas = json_schemas()
    for file in (CONTENT / "metrics").glob("*.yaml"):
        jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), schemas["metrics"])
    for file in (CONTENT / "articles").glob("*.md"):
        jsonschema.validate(
            _head(file.read_text("utf-8")), schemas["article" if file.name.count(".") == 1 else "edition"]
        )


def test_a_wrong_key_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"a": {"name": "x", "shrot": "y"}}, json_schemas()["regions"])

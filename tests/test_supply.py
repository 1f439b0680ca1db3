"""What the program is made of: locked with hashes, and listed in a bill of materials."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.processes import ROOT, run_python

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


@cache
def pins(lock: str) -> dict[str, str]:
    """The versions of a lock file by name."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def made(file: Path) -> str:
    done = run_python("tools/make_sbom.py", file)
    assert (done.returncode, done.stderr) == (0, "")
    return file.read_text(encoding="utf-8")


@pytest.fixture
def bill(tmp_path: Path) -> Any:
    return json.loads(made(tmp_path / "sbom.json"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_with_hashes_and_without_an_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock)) > 10
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", block) for block in blocks)
    assert "://" not in text


def test_what_makes_the_wheel_is_locked_and_compiles_as_a_clone_does() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {re.split(r"[^\w.-]", one)[0].lower() for one in project["build-system"]["requires"]}
    assert wanted <= set(pins("requirements-build.lock"))
    both = pins("requirements-build.lock").keys() & pins("requirements.lock").keys()
    assert wanted - both == {"hatchling"}
    assert all(pins("requirements-build.lock")[name] == pins("requirements.lock")[name] for name in both)


def test_the_bill_of_materials_fits_the_schema(tmp_path: Path) -> None:
    text = made(tmp_path / "sbom.json")
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"shelf"')) is not None


def test_the_bill_of_materials_is_the_same_each_time(tmp_path: Path) -> None:
    assert made(tmp_path / "one") == made(tmp_path / "two")


def test_the_bill_lists_what_is_locked_and_what_for(bill: Any) -> None:
    listed = {one["name"]: one for one in bill["components"]}
    locked = pins("requirements-build.lock") | pins("requirements.lock")
    assert {name: one["version"] for name, one in listed.items()} == locked
    assert {name for name, one in listed.items() if one["scope"] == "required"} == {"pyside6-essentials", "shiboken6"}
    assert listed["pydantic-core"]["scope"] == "optional"
    assert listed["hatchling"]["scope"] == "excluded"


def test_the_bill_says_what_wants_what(bill: Any) -> None:
    wants = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    assert wants.keys() == {"exhibit", *(one["bom-ref"] for one in bill["components"])}
    named = {ref.partition("@")[0] for ref in wants["exhibit"]}
    assert {"pkg:pypi/pyside6-essentials", "pkg:pypi/pydantic", "pkg:pypi/hatchling"} <= named
    assert [ref for ref in wants if ref.startswith("pkg:pypi/shiboken6@")] == next(
        wanted for ref, wanted in wants.items() if ref.startswith("pkg:pypi/pyside6-essentials@")
    )


def test_the_bill_does_not_take_another_program_of_the_index_for_us(bill: Any) -> None:
    assert "purl" not in bill["metadata"]["component"]

"""`make sbom`: writes the software bill of materials (CycloneDX 1.6) of what the lock files hold, the same each time.

python tools/make_sbom.py FILE
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from exhibit import __version__  # the clone is not installed

ROOT: Final = Path(__file__).parent.parent
LOCKS: Final = ("requirements.lock", "requirements-build.lock")
"""What runs and compiles exhibits; what makes the wheel."""
_OURSELVES: Final = "exhibit"
_PIN: Final = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)")
_WANTED_BY: Final = re.compile(r"^    #(?: via|  ) (?P<name>[\w.-]+)(?: \(pyproject\.toml.*\))?$")
"""Who wants the package above; `-c FILE` is no package."""


class LockedPackage(NamedTuple):
    """A package of a lock file, and the names of those that want it."""

    name: str
    version: str
    wanted_by: tuple[str, ...]


def bill_of_materials() -> dict[str, Any]:
    """The bill, ready for JSON."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    running, building = ({one.name: one for one in locked(ROOT / lock)} for lock in LOCKS)
    required = _with_what_they_want(_names(project["dependencies"]), running)
    components = {
        name: _component(one, "required" if name in required else "optional" if name in running else "excluded")
        for name, one in sorted((building | running).items())
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _ourselves(project)},
        "components": list(components.values()),
        "dependencies": _dependencies([*running.values(), *building.values()], components),
    }


def locked(lock: Path) -> list[LockedPackage]:
    """The packages of a lock file in its order."""
    found: list[LockedPackage] = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        if pin := _PIN.match(line):
            found.append(LockedPackage(pin["name"], pin["version"], ()))
        elif by := _WANTED_BY.match(line):
            last = found[-1]
            found[-1] = last._replace(wanted_by=(*last.wanted_by, by["name"]))
    return found


def _names(requirements: Iterable[str]) -> set[str]:
    """Names as the lock files spell them."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", one)[0]).lower() for one in requirements}


def _with_what_they_want(names: set[str], packages: Mapping[str, LockedPackage]) -> set[str]:
    more = {one.name for one in packages.values() if names.intersection(one.wanted_by)}
    return names if more <= names else _with_what_they_want(names | more, packages)


def _ourselves(project: Mapping[str, Any]) -> dict[str, Any]:
    """No package address: the index has another program of this name."""
    return {
        "type": "application",
        "bom-ref": _OURSELVES,
        "name": project["name"],
        "version": __version__,
        "description": project["description"],
        "licenses": [{"license": {"id": project["license"]}}],
        "externalReferences": [_reference(lock) for lock in LOCKS],
    }


def _reference(lock: str) -> dict[str, Any]:
    """A lock file: it holds the hashes of every file that may be installed."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    return {"type": "build-meta", "url": lock, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _component(package: LockedPackage, scope: str) -> dict[str, Any]:
    """`scope`: required to show exhibits, optional (only to compile them), excluded (only to make the wheel)."""
    address = f"pkg:pypi/{package.name}@{package.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "scope": scope,
        "purl": address,
    }


def _dependencies(packages: Iterable[LockedPackage], components: Mapping[str, Any]) -> list[dict[str, Any]]:
    refs = {_OURSELVES: _OURSELVES} | {name: one["bom-ref"] for name, one in components.items()}
    wants: dict[str, set[str]] = {ref: set() for ref in refs.values()}
    for one in packages:
        for name in one.wanted_by:
            wants[refs[name]].add(refs[one.name])
    return [{"ref": ref, "dependsOn": sorted(wanted)} for ref, wanted in sorted(wants.items())]


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(bill_of_materials(), indent=1) + "\n", encoding="utf-8", newline="\n")
    print(target)

"""A few hostile packages in a window of its own: it shows them or refuses them. `make hostile` opens all of them."""

from pathlib import Path

import pytest

from tests.package.hostile_table import MAX_MEGABYTES, all_packages, watch
from tests.package.hostile_window import WindowReport

SHOWN = ("at the limit: regions", "at the limit: points of one river")
REFUSED = (
    "map: no width",
    "picture: ten million squares of another name space",
    "too long: a title of a megabyte",
    "too many: 20,000 regions",
    "font: too large together",
    "search: an index of 2,000 segments",
    "row: an event on no day",
)


@pytest.mark.parametrize(("name", "is_shown"), [*((one, True) for one in SHOWN), *((one, False) for one in REFUSED)])
def test_it_is_shown_or_refused(tmp_path: Path, name: str, is_shown: bool) -> None:
    path = tmp_path / "sample.exhibit"
    all_packages()[name](path)
    found = watch(path, tmp_path)
    assert isinstance(found, WindowReport), found
    assert (found.is_shown, found.exceptions) == (is_shown, ())
    assert found.visiting_mb < MAX_MEGABYTES

"""How a drawing and the card of its chosen part share a box."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exhibit.model.text import same
from exhibit.package.reader import PackageReader
from exhibit.theme import theme_for
from exhibit.ui.systems.split import card_height, drawing_split

THEME = theme_for("light", 100)


@pytest.fixture
def package(sample: Path) -> Iterator[PackageReader]:
    reader = PackageReader(sample)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("size", "beside"),
    [((345, 780), False), ((520, 900), False), ((1440, 840), True), ((1080, 1860), False), ((639, 400), False)],
)
def test_the_card_stands_beside_or_below(package: PackageReader, size: tuple[int, int], beside: bool) -> None:
    (system,) = package.systems("east")
    found = drawing_split(size, THEME, system.parts)
    drawing, card = found.drawing, found.card
    if beside:
        assert (card.x, card.y, card.x + card.width, card.height) == (drawing.width + 1, 0, *size)
    else:
        assert (card.x, card.y, card.width, card.y + card.height) == (0, drawing.height + 1, *size)
    assert drawing.width * drawing.height > card.width * card.height


def test_every_card_of_a_system_has_the_same_room(package: PackageReader) -> None:
    (system,) = package.systems("east")
    long = system.parts[0]._replace(text=same("长" * 400))
    short = drawing_split((1080, 1860), THEME, system.parts)
    assert drawing_split((1080, 1860), THEME, (*system.parts, long)) != short
    assert card_height(long, 1080, THEME) > card_height(system.parts[0], 1080, THEME)

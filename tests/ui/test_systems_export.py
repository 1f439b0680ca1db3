"""Saving a drawing: as a slide, in the format its name says, whole or not at all."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from exhibit.model.text import Script
from exhibit.theme import Theme, theme_for
from exhibit.ui.systems.export import save_drawing
from tests.samples import drawings, system

ARTICLES = ("east", "west", "gate", "gate-2")
LIGHT = theme_for("light", 100)


def save(path: Path, article: str = "east", script: Script = "hans", theme: Theme = LIGHT) -> bytes:
    save_drawing(system(article, drawings()[article]), script, theme, path, source="展览改写版", values={})
    return path.read_bytes()


def test_a_png_has_two_pixels_for_each_of_the_slide(tmp_path: Path, qapp: QApplication) -> None:
    save(tmp_path / "one.png")
    image = QImage(str(tmp_path / "one.png"))
    assert (image.width(), image.height()) == (3840, 2160)
    assert image.pixelColor(5, 5) == QColor(LIGHT.colours.paper)


@pytest.mark.parametrize("article", ARTICLES)
def test_an_svg_needs_no_fonts(article: str, tmp_path: Path, qapp: QApplication) -> None:
    svg = save(tmp_path / "one.svg", article)
    assert b"<text" not in svg
    assert b"<image" not in svg
    assert QSvgRenderer(QByteArray(svg)).isValid()


def test_an_svg_is_named_by_the_title_of_the_system(tmp_path: Path, qapp: QApplication) -> None:
    assert "<title>书画的门</title>" in save(tmp_path / "one.svg").decode()


@pytest.mark.parametrize("article", ARTICLES)
def test_a_pdf_is_one_page_that_carries_its_fonts(article: str, tmp_path: Path, qapp: QApplication) -> None:
    pdf = save(tmp_path / "one.pdf", article)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    assert re.search(rb"/MediaBox \[0(?:\.0*)? 0(?:\.0*)? 960(?:\.0*)? 540", pdf)
    fonts = len(re.findall(rb"/Type /FontDescriptor", pdf))
    assert fonts == len(re.findall(rb"/FontFile[23]? ", pdf)) > 0


def test_both_scripts_and_the_appearances_differ(tmp_path: Path, qapp: QApplication) -> None:
    hans = save(tmp_path / "hans.svg")
    assert hans != save(tmp_path / "hant.svg", script="hant")
    assert hans != save(tmp_path / "dark.svg", theme=theme_for("dark", 100))


def test_the_text_size_of_the_window_does_not_matter(tmp_path: Path, qapp: QApplication) -> None:
    assert save(tmp_path / "one.svg") == save(tmp_path / "two.svg", theme=theme_for("light", 200))


def test_the_suffix_may_be_in_capitals(tmp_path: Path, qapp: QApplication) -> None:
    assert save(tmp_path / "one.PDF").startswith(b"%PDF")


def test_another_suffix_is_refused(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(ValueError, match=r"\.svg, \.png or \.pdf"):
        save(tmp_path / "one.jpg")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing_is_named(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(OSError, match=re.escape(str(tmp_path / "none" / "one.svg"))):
        save(tmp_path / "none" / "one.svg")


def test_nothing_is_left_beside_a_file_that_cannot_be_replaced(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "one.svg").mkdir()
    with pytest.raises(OSError, match="cannot be written"):
        save(tmp_path / "one.svg")
    assert [one.name for one in tmp_path.iterdir()] == ["one.svg"]

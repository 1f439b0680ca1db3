"""Themes: every token there, every contrast high enough to read, every place of the style sheet filled."""

import re
import tomllib
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exhibit.model.state import APPEARANCES, SCALES, Appearance
from exhibit.model.text import SCRIPTS, Script
from exhibit.resources import resource
from exhibit.theme import ThemeColours, TypeFace, families, style_sheet, theme_for

TOKENS = [field.name for field in fields(ThemeColours)]
GROUNDS = ("paper", "panel", "side", "card", "tint", "quote")
FACES: tuple[TypeFace, ...] = ("serif", "sans")
every_appearance = pytest.mark.parametrize("appearance", APPEARANCES)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tokens(appearance: Appearance) -> dict[str, Any]:
    return tomllib.loads(resource(f"themes/{appearance}.toml").read_text(encoding="utf-8"))


def too_weak(appearance: Appearance, pairs: list[tuple[str, str]], least: float) -> list[str]:
    """The pairs of tokens whose contrast is below the least."""
    found = tokens(appearance)
    ratios = [(front, ground, contrast(found[front], found[ground])) for front, ground in pairs]
    return [f"{front} on {ground} {ratio:.2f}" for front, ground, ratio in ratios if ratio < least]


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_appearance
def test_a_theme_has_just_the_tokens(appearance: Appearance) -> None:
    found = tokens(appearance)
    assert list(found) == TOKENS
    assert [value for value in found.values() if not re.fullmatch("#[0-9a-f]{6}", value)] == []


TEXTS = [(text, ground) for text in ("ink", "soft", "accent", "visited") for ground in GROUNDS]
TEXTS += [("ink", "lit"), ("ink", "selection"), ("on_accent", "accent")]

SIGNS = [(sign, ground) for sign in ("edge", "focus") for ground in GROUNDS]
SIGNS += [("focus", "lit"), ("focus", "land"), ("accent", "lit"), ("accent", "land"), ("visited", "land")]
SIGNS += [("gold", ground) for ground in ("paper", "card", "quote", "lit")]
SIGNS += [("land_line", "land"), ("land_line", "side"), ("water_line", "land"), ("water_line", "water")]
SIGNS += [("on_accent", "visited")]


@every_appearance
def test_text_can_be_read(appearance: Appearance) -> None:
    """WCAG 1.4.3 (4.5:1); in high contrast 1.4.6 (7:1)."""
    assert too_weak(appearance, TEXTS, 7 if appearance == "contrast" else 4.5) == []


@every_appearance
def test_controls_lines_and_signs_can_be_seen(appearance: Appearance) -> None:
    """WCAG 1.4.11 (3:1)."""
    assert too_weak(appearance, SIGNS, 3) == []


@every_appearance
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("scale", [SCALES[0], 100, SCALES[-1]])
def test_every_place_of_the_style_sheet_is_filled(appearance: Appearance, script: Script, scale: int) -> None:
    sheet = style_sheet(theme_for(appearance, scale), script)
    assert not re.search(r"[$@]|/\*", sheet)
    assert sheet.count("{") == sheet.count("}") > 10
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= set(tokens(appearance).values())


def test_sizes_follow_the_text_size() -> None:
    assert [theme_for("light", scale).px(14) for scale in (80, 100, 125, 200)] == [11, 14, 18, 28]
    assert theme_for("light", 80).px(0.1) == 1


@every_appearance
def test_qt_understands_the_style_sheet(qtbot: QtBot, appearance: Appearance) -> None:
    """A sheet it cannot parse is a warning, and a warning fails a test."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(theme_for(appearance, 100), "hans"))
    widget.show()


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_family_is_among_the_shipped_fonts(qapp: QApplication, face: TypeFace, script: Script) -> None:
    assert set(families(face, script)) <= set(QFontDatabase.families())


@pytest.mark.parametrize("face", FACES)
def test_each_script_has_its_own_family(face: TypeFace) -> None:
    assert families(face, "hans")[0] != families(face, "hant")[0]
    assert families(face, "hans")[-1] == families(face, "hant")[-1] == "Exhibit Fallback"

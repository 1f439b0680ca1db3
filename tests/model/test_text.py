"""Text in two scripts, positions in it, and the characters no content may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exhibit.model.text import Text, from_utf16, is_safe, same, to_utf16, utf16_length

NAME = "赵孟𫖯画马"
"""赵 0, 孟 1, 𫖯 2 (two UTF-16 units), 画 3, 马 4."""


def test_a_text_gives_its_script() -> None:
    text = Text("书", "書")
    assert (text.in_("hans"), text.in_("hant")) == ("书", "書")


@pytest.mark.parametrize(("hans", "hant"), [("书", "書畫"), ("", "書"), ("书画", "")])
def test_scripts_of_different_length_are_no_text(hans: str, hant: str) -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Text(hans, hant)


def test_a_character_beyond_ffff_counts_as_one() -> None:
    text = Text("赵孟𫖯", "趙孟頫")
    assert len(text) == 3
    assert text.cut(2, 3) == Text("𫖯", "頫")


def test_an_empty_text_is_false() -> None:
    assert not same("")
    assert same("书")


@pytest.mark.parametrize(
    ("position", "units"), [(0, 0), (1, 1), (2, 2), (3, 4), (4, 5), (5, 6), (99, 6)], ids=lambda value: str(value)
)
def test_code_points_become_utf16_units(position: int, units: int) -> None:
    assert to_utf16(NAME, position) == units


@pytest.mark.parametrize(
    ("units", "position"),
    [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 5), (99, 5)],
    ids=lambda value: str(value),
)
def test_utf16_units_become_code_points(units: int, position: int) -> None:
    assert from_utf16(NAME, units) == position


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("赵孟頫", 3), ("赵孟𫖯", 4), ("𫖯𫖯", 4)])
def test_the_length_in_utf16_is_what_qt_counts(text: str, length: int) -> None:
    assert utf16_length(text) == length


@given(st.text(), st.data())
def test_there_and_back_is_the_same_position(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, position)) == position


@pytest.mark.parametrize("code", [
    0x00, 0x08, 0x0B, 0x0D, 0x1B, 0x1F, 0x7F, 0x85, 0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
    0x2066, 0x2069, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFC, 0xFFFE, 0xFFFF,
], ids=lambda code: f"U+{code:04X}")  # fmt: skip
def test_these_characters_are_unsafe(code: int) -> None:
    assert not is_safe(f"书{chr(code)}画")


@pytest.mark.parametrize(
    "safe", ["\t", "\n", " ", "\u3000", "《", "é", "€", "—", "\u200b", "\ufeff", "\ufffd", "𫖯", "😀"]
)
def test_these_characters_are_safe(safe: str) -> None:
    assert is_safe(f"书{safe}画")

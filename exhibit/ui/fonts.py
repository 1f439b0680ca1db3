"""The shipped fonts: loaded, those of one script first, and made ready to write with."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from exhibit.model.text import Script
from exhibit.resources import resource
from exhibit.theme import TypeFace, families

_OF_SCRIPT: Final[dict[Script, str]] = {"hans": "SC", "hant": "TC"}
_FALLBACK: Final = "ExhibitFallback-Regular.ttf"


class FontError(Exception):
    """A font cannot be used; str() is one readable line."""


def font_of(face: TypeFace, script: Script, pixels: int, *, bold: bool = False) -> QFont:
    """A font of the exhibit."""
    font = QFont(families(face, script))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # else FreeType fits each letter to the pixels
    return font


def load_fonts(script: Script) -> None:
    """Loads the faces of a script and the fallback. Raises FontError, MissingResourceError."""
    for face in ("Serif", "Sans"):
        for weight in ("Regular", "Bold"):
            _load(f"Exhibit{face}{_OF_SCRIPT[script]}-{weight}.ttf")
    _load(_FALLBACK)


def load_package_fonts(fonts: Iterable[bytes]) -> None:
    """Loads the fonts a package carries. Raises FontError."""
    for font in fonts:
        if QFontDatabase.addApplicationFontFromData(QByteArray(font)) == -1:
            raise FontError("a font of the package cannot be used; build the package again")


def _load(name: str) -> None:
    if QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) == -1:
        raise FontError(f"resources/fonts/{name} is no usable font; install Exhibit again, or run tools/make_fonts.py")

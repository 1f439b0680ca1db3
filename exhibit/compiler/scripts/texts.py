"""Converts every string of an exhibit to both scripts, and keeps the list of them for the checks that follow."""

from typing import NamedTuple

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.converter import LengthError, ScriptConverter
from exhibit.model.text import Script, Text, same


class ConvertedString(NamedTuple):
    """A string of the package; `name` is true for the name of a place, a newspaper or a person."""

    text: Text
    script: Script
    where: ProblemPlace
    name: bool = False


class TextConverter:
    """Converts strings to Texts; `strings` lists all of them with the place where each was written."""

    def __init__(self, converter: ScriptConverter, problems: ProblemList) -> None:
        self.strings: list[ConvertedString] = []
        self._converter, self._problems = converter, problems

    def convert(self, written: str, script: Script, where: ProblemPlace, name: bool = False) -> Text:
        """A string in both scripts; `name` as in ConvertedString. Reports a conversion that changes the length."""
        try:
            text = self._converter.text(written, script)
        except LengthError as error:
            self._problems.error(where, f"{error}; add an exception of equal length to scripts.yaml")
            text = same(written)
        self.strings.append(ConvertedString(text, script, where, name))
        return text

    def add(self, text: Text, where: ProblemPlace) -> None:
        """Adds a text that was composed of converted ones to the list."""
        self.strings.append(ConvertedString(text, "hans", where))

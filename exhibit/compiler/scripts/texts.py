"""Says every string in both scripts, and remembers which were said and where they were written."""

from dataclasses import dataclass

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.converter import LengthError, ScriptConverter
from exhibit.model.text import Script, Text, same


@dataclass(frozen=True, slots=True)
class ConvertedString:
    """A string of the package; `name` where it names a place, a newspaper or a person."""

    text: Text
    script: Script
    where: ProblemPlace
    name: bool = False


class TextConverter:
    """Turns written strings into Texts."""

    def __init__(self, converter: ScriptConverter, problems: ProblemList) -> None:
        self.said: list[ConvertedString] = []
        self._converter, self._problems = converter, problems

    def say(self, written: str, script: Script, where: ProblemPlace, name: bool = False) -> Text:
        """The string in both scripts."""
        try:
            text = self._converter.text(written, script)
        except LengthError as error:
            self._problems.error(where, f"{error}; add an exception of equal length to scripts.yaml")
            text = same(written)
        self.said.append(ConvertedString(text, script, where, name))
        return text

    def keep(self, text: Text, where: ProblemPlace) -> None:
        """Remembers a text that was put together of others."""
        self.said.append(ConvertedString(text, "hans", where))

    def say_if(self, written: str | None, script: Script, where: ProblemPlace, name: bool = False) -> Text | None:
        """The same for a string that may be missing."""
        return None if written is None else self.say(written, script, where, name)

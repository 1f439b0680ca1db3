"""What the makers of descriptions share: the articles as far as they are known, voice, problems, common checks."""

from dataclasses import dataclass

from exhibit.compiler.article.compile_article import ArticleContext
from exhibit.compiler.checks import ArticleFacts, ContentFacts
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.model.text import Script, Text


@dataclass(frozen=True, slots=True)
class DescriptionContext:
    """What every description is checked against and said with."""

    vocabulary: ArticleContext
    articles: frozenset[str]
    """Every article that has files."""
    tally: ContentFacts
    voice: TextConverter
    problems: ProblemList

    def say(self, written: str, where: ProblemPlace, script: Script | None = None) -> Text:
        """The string in both scripts; written in the exhibit's script where none is given."""
        return self.voice.say(written, script or self.vocabulary.script, where)

    def say_if(self, written: str | None, where: ProblemPlace, script: Script | None = None) -> Text | None:
        """The same for a string that may be missing."""
        return None if written is None else self.say(written, where, script)

    def article(self, id: str, where: ProblemPlace) -> ArticleFacts | None:
        """An article that is described; one that does not exist is a mistake."""
        if id not in self.articles:
            self.problems.error(where, f"there is no articles/{id}.md; write it or correct the id")
        return self.tally.told.get(id)

    def check_theme(self, theme: str, where: ProblemPlace) -> None:
        """A theme must be one of the exhibit's."""
        themes = self.vocabulary.themes
        if themes is not None and theme not in themes:
            self.problems.error(where, f"exhibit.yaml has no theme `{theme}`; it has {', '.join(sorted(themes))}")

    def check_passage(self, passage: str, article: str, told: ArticleFacts | None, where: ProblemPlace) -> None:
        """A passage must be a block or a section of the article's first file."""
        if told and passage not in told.blocks:
            advice = f"name a section, or a block as SECTION-NUMBER, of articles/{article}.md"
            self.problems.error(where, f"there is no passage `{passage}`; {advice}")

    def has_figure(self, id: str, where: ProblemPlace) -> bool:
        """Whether a figure of that full id is usable; one that does not exist is a mistake."""
        if id not in self.tally.facts and id not in self.tally.declared and self._is_known(id):
            article, _, short = id.partition(".")
            message = f"there is no figure `{short}` in metrics/{article}.yaml; add it or correct the id"
            self.problems.error(where, message)
        return id in self.tally.facts

    def _is_known(self, id: str) -> bool:
        """Whether the figure's article could be read, or does not exist: then its figures are known."""
        return self.tally.whole or id.split(".")[0] not in self.articles

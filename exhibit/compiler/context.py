"""The context of a build: what every step reads, checks against, and reports to."""

from dataclasses import dataclass

from exhibit.compiler.article.rules import ArticleRules
from exhibit.compiler.content.files import ContentFiles
from exhibit.compiler.content_index import ContentIndex, DescribedArticle
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.texts import TextConverter
from exhibit.compiler.shared_files import SharedFiles
from exhibit.model.text import Script, Text


@dataclass(frozen=True, slots=True)
class BuildContext:
    """Everything that the steps of a build share."""

    files: ContentFiles
    """Which files the content folder has."""
    shared: SharedFiles
    """The files that do not belong to one article."""
    rules: ArticleRules
    index: ContentIndex
    """What the articles hold; empty until they are compiled."""
    texts: TextConverter
    problems: ProblemList

    def text(self, written: str, where: ProblemPlace, script: Script | None = None, *, name: bool = False) -> Text:
        """A string in both scripts; `script` is the one it was written in, None for that of exhibit.yaml.

        `name` is true for the name of a place, a newspaper or a person.
        """
        return self.texts.convert(written, script or self.rules.script, where, name)

    def optional_text(self, written: str | None, where: ProblemPlace, *, name: bool = False) -> Text | None:
        """A string in both scripts, or None for None."""
        return None if written is None else self.text(written, where, name=name)

    def described_article(self, id: str, where: ProblemPlace) -> DescribedArticle | None:
        """An article that a description is about; reports one that does not exist."""
        if not self.has_article(id):
            self.problems.error(where, f"there is no articles/{id}.md; write it or correct the id")
        return self.index.described.get(id)

    def has_article(self, id: str) -> bool:
        """True if the folder has files of the article."""
        return id in self.files.articles

    def check_topic(self, topic: str, where: ProblemPlace) -> None:
        """Reports a topic that exhibit.yaml does not name."""
        self.rules.check_topic(topic, where, self.problems)

    def check_passage(self, passage: str, id: str, article: DescribedArticle | None, where: ProblemPlace) -> None:
        """Reports a passage that is neither a block nor a section of articles/ID.md."""
        if article and passage not in article.blocks:
            advice = f"name a section, or a block as SECTION-NUMBER, of articles/{id}.md"
            self.problems.error(where, f"there is no passage `{passage}`; {advice}")

    def has_figure(self, id: str, where: ProblemPlace) -> bool:
        """True if a figure with this full id is usable; reports one that does not exist."""
        if id not in self.index.figures and id not in self.index.declared and self._is_known(id):
            article, _, short = id.partition(".")
            message = f"there is no figure `{short}` in metrics/{article}.yaml; add it or correct the id"
            self.problems.error(where, message)
        return id in self.index.figures

    def _is_known(self, id: str) -> bool:
        """True if the figure's article was read, or does not exist: then its figures are known."""
        return self.index.is_complete or not self.has_article(id.split(".")[0])

"""What the timeline needs of a package, each thing read once: a package never changes; no Qt."""

from exhibit.model.article import Article
from exhibit.model.event import Event
from exhibit.model.package import Package
from exhibit.model.text import Script
from exhibit.ui.timeline.rows import rows_of


class TimelineData:
    """The events in the editor's order, and whose they are."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.events = tuple(package.events())
        self.rows = tuple(rows_of(self.events))
        self._articles: dict[str, Article | None] = {}

    def names(self, event: Event, script: Script) -> tuple[str, str]:
        """The short name of an event's region and the title of its article."""
        article = self._article(event.article)
        if article is None:
            return "", ""
        region = self._package.region(article.region)
        return region.short.in_(script) if region else "", article.edition(event.edition).title.in_(script)

    def _article(self, id: str) -> Article | None:
        if id not in self._articles:
            self._articles[id] = self._package.article(id)
        return self._articles[id]

"""How far the answer to a query is, and what of it is fetched next; no Qt."""

from typing import Literal, NamedTuple

from exhibit.model.search import SearchQuery
from exhibit.ui.search.results import SearchResults, has_more, is_counted

SearchStage = Literal["asked", "names", "visible", "whole", "counted"]
"""No results yet; completions alone; as many rows as are visible at once; all rows; and all hits counted."""
SearchStepName = Literal["page", "count"]
"""What is fetched after all rows of a first page are there: another page, or the count of some more hits."""


class SearchProgress(NamedTuple):
    """The query asked last, and what is known of its answer."""

    query: SearchQuery | None = None
    """None before the first query."""
    results: SearchResults | None = None
    """The latest results: those of the query before, until this one has any."""
    step: SearchStepName | None = None
    """What the thread is fetching to go on with the results."""
    page_wanted: bool = False

    @property
    def stage(self) -> SearchStage:
        """How far the answer is."""
        if self.results is None or self.results.query != self.query:
            return "asked"
        if self.results.stage == "whole" and is_counted(self.results):
            return "counted"
        return self.results.stage

    @property
    def is_visible(self) -> bool:
        """Whether all rows that are visible at once have been found."""
        return self.stage not in ("asked", "names")

    @property
    def is_whole(self) -> bool:
        """Whether all rows of the first page have been found."""
        return self.stage in ("whole", "counted")

    @property
    def next_step(self) -> SearchStepName | None:
        """What to fetch now; None while something is being fetched, and where nothing is left."""
        if not self.is_whole or self.step:
            return None
        if self.page_wanted:
            return "page"
        return "count" if self.stage == "whole" else None

    def asking(self, query: SearchQuery, known: SearchResults | None = None) -> "SearchProgress":
        """Another query is asked, of which results may be known already."""
        return SearchProgress(query, known or self.results)

    def with_page_wanted(self) -> "SearchProgress":
        """Another page is wanted, if there is one."""
        wanted = self.is_whole and self.results is not None and has_more(self.results)
        return self._replace(page_wanted=wanted or self.page_wanted)

    def fetching(self, step: SearchStepName) -> "SearchProgress":
        """The thread has been asked for a step."""
        return self._replace(step=step, page_wanted=self.page_wanted and step != "page")

    def with_results(self, results: SearchResults) -> "SearchProgress":
        """Results of the query have come. Of an answer that is whole already, early stages only renew the names."""
        if results.stage == "whole":
            return self._replace(results=results, step=None)
        if self.is_whole and self.results is not None:
            return self._replace(results=self.results._replace(completions=results.completions))
        return self._replace(results=results)

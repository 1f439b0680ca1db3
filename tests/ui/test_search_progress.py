"""How far an answer is: rows against the pure value."""

import pytest

from exhibit.model.search import SearchQuery
from exhibit.ui.search.progress import SearchProgress, SearchStage, SearchStepName
from exhibit.ui.search.results import CountProgress, ResultGroup, ResultStage, SearchResults

ASKED, OTHER = SearchQuery("书", kinds=("text",)), SearchQuery("画")


def results(
    query: SearchQuery = ASKED, stage: ResultStage = "whole", *, counted: bool = True, pages: bool = False
) -> SearchResults:
    counting = None if counted else CountProgress(5, (1,), frozenset())
    group = ResultGroup("text", (), (1,) if pages else None, 5, more=not counted, counting=counting)
    return SearchResults(query, (), (group,), (), (), stage)


@pytest.mark.parametrize(
    ("known", "stage", "is_visible", "is_whole"),
    [
        (None, "asked", False, False),
        (results(OTHER), "asked", False, False),
        (results(stage="names"), "names", False, False),
        (results(stage="visible"), "visible", True, False),
        (results(counted=False), "whole", True, True),
        (results(), "counted", True, True),
    ],
)
def test_the_stage_follows_from_the_results(
    known: SearchResults | None, stage: SearchStage, is_visible: bool, is_whole: bool
) -> None:
    progress = SearchProgress(ASKED, known)
    assert (progress.stage, progress.is_visible, progress.is_whole) == (stage, is_visible, is_whole)


@pytest.mark.parametrize(
    ("progress", "step"),
    [
        (SearchProgress(), None),
        (SearchProgress(ASKED, results(OTHER, counted=False)), None),
        (SearchProgress(ASKED, results(stage="visible")), None),
        (SearchProgress(ASKED, results(counted=False)), "count"),
        (SearchProgress(ASKED, results(counted=False), page_wanted=True), "page"),
        (SearchProgress(ASKED, results(), page_wanted=True), "page"),
        (SearchProgress(ASKED, results()), None),
        (SearchProgress(ASKED, results(counted=False), step="count", page_wanted=True), None),
    ],
)
def test_a_page_comes_before_the_count_and_one_step_after_the_other(
    progress: SearchProgress, step: SearchStepName | None
) -> None:
    assert progress.next_step == step


def test_a_page_is_wanted_only_where_there_is_one() -> None:
    assert SearchProgress(ASKED, results(pages=True)).with_page_wanted().page_wanted
    assert not SearchProgress(ASKED, results()).with_page_wanted().page_wanted
    assert not SearchProgress(ASKED, results(stage="visible", pages=True)).with_page_wanted().page_wanted


def test_a_page_that_is_fetched_is_no_longer_wanted() -> None:
    wanted = SearchProgress(ASKED, results(pages=True), page_wanted=True)
    assert wanted.fetching("page") == SearchProgress(ASKED, results(pages=True), "page")
    assert wanted.fetching("count").page_wanted


def test_another_query_keeps_the_results_until_it_has_its_own() -> None:
    before = SearchProgress(OTHER, results(OTHER), "count", page_wanted=True)
    asked = before.asking(ASKED)
    assert asked == SearchProgress(ASKED, results(OTHER))
    assert asked.with_results(results()) == SearchProgress(ASKED, results())
    assert before.asking(ASKED, results()) == SearchProgress(ASKED, results())


def test_early_stages_renew_only_the_names_of_a_whole_answer() -> None:
    whole = SearchProgress(ASKED, results())
    assert whole.with_results(results(stage="names")._replace(groups=())) == whole
    assert SearchProgress(ASKED).with_results(results(stage="names")).stage == "names"

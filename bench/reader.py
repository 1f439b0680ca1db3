"""Reading in the real window: script switched, article opened, text scrolled, figure chosen, each until painted."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from bench.browser import Browser, OpenccBrowser
from bench.desk import Desk, LoneReader, desk_on
from bench.effort import Effort
from bench.html import html
from bench.painted import Watch
from bench.rows import FRAME, Goal, Peer, Ratio, Row, interleaved, middle, p95
from exhibit.model.article import Article
from exhibit.model.state import Anchor
from exhibit.package.reader import iter_articles

_NOTCH = -120
_SCROLL_STEP = 24
"""What the reader's scroll bar has at 100 %."""


def reader_rows(first: Path, long: Path, effort: Effort) -> list[Row]:
    """Rows of the first exhibit and of a package whose articles have 100,000 characters."""
    with desk_on(first) as desk:
        articles = list(iter_articles(desk.session.package))
        longest = max(articles, key=_length)
        rows = [
            *_switch_rows(desk, longest, "longest article", FRAME, effort),
            *_open_rows(desk, articles, "an article", Ratio(1.5), effort),
            _figure_row(desk, articles, effort),
        ]
    with desk_on(long) as desk:
        articles = list(iter_articles(desk.session.package))
        size = f"{round(_length(articles[0]), -4):,} characters"
        rows[2:2] = _switch_rows(desk, articles[0], size, Ratio(0.05), effort)
        rows[6:6] = _open_rows(desk, articles, size, None, effort)
        rows.append(_wheel_row(desk, articles[0], size, effort))
    return rows


def _length(article: Article) -> int:
    return article.editions[0].length


def _switch_rows(desk: Desk, article: Article, what: str, goal: Goal, effort: Effort) -> list[Row]:
    desk.open_in_the_middle(article.id)
    blocks = desk.session.package.body(article.id, article.editions[0].id).blocks
    peer = OpenccBrowser(desk.page.viewport().size(), blocks)
    whole: list[float] = []

    def switch() -> float:
        painted, everything = desk.text.costs(desk.session.toggle_script)
        whole.append(everything)
        return painted

    ours, theirs = interleaved(effort.actions, switch, partial(peer.text.cost, peer.toggle))
    peer.close()
    name = f"script switch, {what}"
    converting = Peer("OpenCC at run time, setHtml", middle(theirs))
    return [
        Row(name, middle(ours), "ms", converting, goal),
        Row(f"{name}, all around it too", middle(whole), "ms", converting),
    ]


def _open_rows(desk: Desk, articles: Sequence[Article], what: str, goal: Goal | None, effort: Effort) -> list[Row]:
    """The window's row, and what of it the reader alone takes."""
    session = desk.session
    alone = LoneReader(session.package, desk.window.reader.size())
    peer = Browser(desk.page.viewport().size())
    pages = [html(session.package.body(one.id, one.editions[0].id).blocks, session.state.script) for one in articles]

    ids = [article.id for article in articles]
    session.open_article(ids[-1])
    alone.session.open_article(ids[-1])
    window, reader, browser = interleaved(
        effort.actions,
        _each(desk.text, session.open_article, ids),
        _each(alone.text, alone.session.open_article, ids),
        _each(peer.text, peer.widget.setHtml, pages),
    )
    peer.close()
    alone.close()
    setting = Peer("setHtml of the same text", middle(browser))
    return [
        Row(f"open {what}", middle(window), "ms", setting, goal),
        Row(f"open {what}, reader alone", middle(reader), "ms", setting),
    ]


def _each(watch: Watch, act: Callable[[str], object], values: Sequence[str]) -> Callable[[], float]:
    """What it costs to do it to the next value, until painted."""
    turn = cycle(values)
    return lambda: watch.cost(partial(act, next(turn)))


def _figure_row(desk: Desk, articles: Sequence[Article], effort: Effort) -> Row:
    """Figures far from each other, so that most have to be scrolled to."""
    article = max(articles, key=lambda one: one.metrics)
    ids = [metric.id for metric in desk.session.package.metrics(article=article.id)]
    far = [*ids[::3], *ids[1::3], *ids[2::3]]
    desk.session.choose_metric(far[-1])
    (times,) = interleaved(effort.actions, _each(desk.text, desk.session.choose_metric, far))
    return Row("figure chosen, sentence lit", middle(times), "ms", None, FRAME)


def _wheel_row(desk: Desk, article: Article, what: str, effort: Effort) -> Row:
    blocks = desk.session.package.body(article.id, article.editions[0].id).blocks
    desk.session.open_article(article.id, anchor=Anchor(blocks[0].id))
    peer = Browser(desk.page.viewport().size())
    peer.widget.setHtml(html(blocks, desk.session.state.script))
    peer.widget.verticalScrollBar().setSingleStep(_SCROLL_STEP)
    QApplication.processEvents()
    ours, theirs = interleaved(
        effort.frames,
        partial(desk.text.cost, _notch(desk.page)),
        partial(peer.text.cost, _notch(peer.widget)),
    )
    peer.close()
    return Row(f"wheel frame, p95, {what}", p95(ours), "ms", Peer("bare QTextBrowser", p95(theirs)), Ratio(1.5))


def _notch(area: QAbstractScrollArea) -> Callable[[], None]:
    """One notch of the wheel downwards."""
    viewport = area.viewport()
    at = QPointF(viewport.rect().center())

    def turn() -> None:
        event = QWheelEvent(
            at, viewport.mapToGlobal(at), QPoint(), QPoint(0, _NOTCH),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    return turn

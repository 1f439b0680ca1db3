"""The list of places shows the shown, sends verbs, and works by pointer and keys."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exhibit.model.state import SCALES, State
from exhibit.package.reader import PackageReader
from exhibit.package.writer import ArticleContents, write_package
from exhibit.session import Session
from exhibit.ui.regions.row_plan import RegionFonts
from exhibit.ui.regions.view import RegionList
from tests.samples import entry, region, sample_contents


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> RegionList:
    return shown(RegionList(session), qtbot)


def shown(view: RegionList, qtbot: QtBot) -> RegionList:
    qtbot.addWidget(view)
    view.resize(340, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def rows(view: RegionList) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(view: RegionList, row: int) -> None:
    box = view.visualRect(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_a_press_on_a_row_opens_it(view: RegionList, session: Session) -> None:
    assert rows(view) == ["east国门区", "west国门区", "gate国门区"]
    press(view, 2)
    assert session.state.place.article == "gate"
    assert rows(view) == ["east国门区", "west国门区", "gate国门区", "gate的书画展", "gate-2的书画展"]
    press(view, 4)
    assert session.state.place.article == "gate-2"
    press(view, 0)
    assert rows(view) == ["east国门区", "west国门区", "gate国门区"]


def test_keys_go_through_the_rows_and_enter_opens(view: RegionList, session: Session) -> None:
    session.choose_region("east")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert session.state.place.region == "east"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert session.state.place.region == "west"


def test_rows_are_read_out_with_all_there_is_to_them(view: RegionList) -> None:
    index = view.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "gate国门区，2 篇，8 个数字"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "gate的书画展\u00a0·\u00a02022"
    assert view.accessibleName() == "地方"


def test_the_chosen_row_is_where_the_keyboard_goes_on(view: RegionList, session: Session) -> None:
    session.open_article("gate-2")
    assert view.currentIndex().row() == 4
    session.set_script("hant")
    assert view.currentIndex().data() == "gate-2的書畫展"


def test_the_model_keeps_the_rules_of_models(view: RegionList, session: Session, qtmodeltester: ModelTester) -> None:
    for article in ("gate-2", "east", "gate", "west"):
        session.open_article(article)
        qtmodeltester.check(view.model())


@pytest.mark.parametrize("scale", SCALES)
def test_rows_hold_their_texts_at_every_scale(view: RegionList, session: Session, scale: int) -> None:
    session.rescale(SCALES.index(scale) - SCALES.index(session.state.scale))
    session.open_article("gate-2")
    view.grab()
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    assert all(box.height() >= 32 * scale / 100 for box in boxes)
    assert all(one.bottom() < other.top() for one, other in pairwise(boxes))
    for row in range(len(boxes)):
        found = view.shown.rows[row]
        plan = RegionFonts(view.look).plan(found, "第一篇的题目 · 2022", view.viewport().width())
        parts = [part for part in (plan.title, plan.second, plan.side) if not part.isEmpty()]
        assert all(part.right() <= view.viewport().width() and part.bottom() <= plan.height for part in parts)


def many(count: int) -> list[ArticleContents]:
    first = entry("gate-2", 1)
    made = [replace(first.article, id=f"gate-a{number}") for number in range(count)]
    return [
        ArticleContents(article, tuple(replace(body, article=article.id) for body in first.bodies), ())
        for article in made
    ]


def test_more_articles_come_a_page_at_a_time(tmp_path: Path, qtbot: QtBot) -> None:
    contents = sample_contents(1)
    regions = (*contents.regions[:2], region("gate", 112, 8))
    entries = [*contents.entries, *many(110)]
    write_package(replace(contents, regions=regions, entries=entries), tmp_path / "p")
    package = PackageReader(tmp_path / "p")
    session = Session(package, State(), deferred=False)
    view = shown(RegionList(session), qtbot)
    session.choose_region("gate")
    assert len(rows(view)) == 3 + 50 + 1
    view.scrollTo(view.model().index(53, 0))
    press(view, 53)
    assert len(rows(view)) == 3 + 100 + 1
    assert view.currentIndex().row() == 53
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(103, 0)).isValid())
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(rows(view)) == 3 + 112
    session.choose_region("east")
    session.choose_region("gate")
    assert len(rows(view)) == 3 + 50 + 1
    package.close()


def test_a_topic_is_shown_and_cleared_by_keys(view: RegionList, session: Session) -> None:
    session.choose_region("east")
    session.filter_topic("trade")
    assert rows(view) == ["主题：门市", "east国门区", "门前的书画", "west国门区", "gate国门区"]
    assert view.currentIndex().data() == "east国门区"
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert (session.state.place.article, session.state.place.passage) == ("east", "one")
    assert view.currentIndex().data() == "门前的书画"
    assert [row.title for row in view.shown.rows if row.chosen] == ["east国门区", "门前的书画"]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "主题：门市，显示全部"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert session.state.place.topic is None
    assert rows(view) == ["east国门区", "west国门区", "gate国门区"]
    assert view.currentIndex().data() == "east国门区"


def test_a_topic_is_cleared_and_its_sections_are_opened_by_a_press(view: RegionList, session: Session) -> None:
    session.filter_topic("people")
    session.choose_region("gate")
    press(view, 5)
    assert (session.state.place.article, session.state.place.passage) == ("gate", "two")
    press(view, 0)
    assert session.state.place.topic is None
    assert rows(view)[3:] == ["gate的书画展", "gate-2的书画展"]


def test_the_keyboard_stays_where_it_is_when_a_topic_is_chosen(view: RegionList, session: Session) -> None:
    session.choose_region("east")
    QTest.keyClick(view, Qt.Key.Key_End)
    session.filter_topic("trade")
    assert view.currentIndex().data() == "gate国门区"


def test_the_model_keeps_the_rules_of_models_with_topics(
    view: RegionList, session: Session, qtmodeltester: ModelTester
) -> None:
    for topic in ("trade", "people", None, "people"):
        session.filter_topic(topic)
        qtmodeltester.check(view.model())
        session.choose_region("gate" if topic == "people" else "east")
        qtmodeltester.check(view.model())


def test_a_list_made_late_shows_what_is_chosen(session: Session, qtbot: QtBot) -> None:
    session.open_article("gate-2")
    view = shown(RegionList(session), qtbot)
    assert view.currentIndex().data() == "gate-2的书画展"


def test_the_row_under_the_pointer_is_highlighted(view: RegionList, qtbot: QtBot) -> None:
    QTest.mouseMove(view.viewport(), QPoint(170, 390))
    QApplication.processEvents()
    before = [row_image(view, row) for row in range(3)]
    QTest.mouseMove(view.viewport(), view.visualRect(view.model().index(1, 0)).center())
    qtbot.waitUntil(lambda: row_image(view, 1) != before[1])
    assert [row_image(view, row) == before[row] for row in range(3)] == [True, False, True]


def row_image(view: RegionList, row: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()

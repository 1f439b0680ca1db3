"""The list of places on a touch screen: rows for fingers, texts that can be read."""

import pytest
from pytestqt.qtbot import QtBot

from exhibit.session import Session
from exhibit.ui.regions.view import RegionList
from tests.touch import TOUCH_DISPLAY, small_fonts, touch_session


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("topic", [None, "trade"])
def test_rows_are_for_fingers_and_can_be_read(session: Session, qtbot: QtBot, scale: int, topic: str | None) -> None:
    touch = touch_session(session, scale)
    touch.open_article("gate-2")
    touch.filter_topic(topic)
    view = RegionList(touch)
    qtbot.addWidget(view)
    view.resize(520, 1200)
    view.show()
    qtbot.waitExposed(view)
    finger = TOUCH_DISPLAY.pixels(20)
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    assert len(boxes) == (5 if topic is None else 8)
    assert all(min(box.width(), box.height()) >= finger for box in boxes)
    assert small_fonts(view) == []

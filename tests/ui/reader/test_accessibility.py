"""The text as a screen reader finds it."""

from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.ui.reader.page import ReaderPage


def test_a_screen_reader_finds_headings_and_marks(page: ReaderPage) -> None:
    page.session.choose_metric("east.one-sum")
    document = QAccessible.queryAccessibleInterface(page.text.viewport())
    assert document.role() == QAccessible.Role.Document
    children = [document.child(number) for number in range(document.childCount())]
    heading = next(child for child in children if name(child) == "一 门前的书画")
    assert heading.role() == QAccessible.Role.Heading
    figures = [child.child(number) for child in children for number in range(child.childCount())]
    assert [name(figure) for figure in figures[:3]] == ["120余人", "门票", "93.28万元"]
    assert {figure.role() for figure in figures} == {QAccessible.Role.Link}
    assert figures[2].state().selected
    assert document.rect().contains(figures[2].rect())
    assert figures[2].parent().child(2) is figures[2]
    page.session.explain("ticket", page.term_anchor())
    assert [figure.state().expanded for figure in figures[:3]] == [False, True, False]
    assert figures[1].text(QAccessible.Text.Description) == "词语，有解释"
    page.session.toggle_script()
    assert name(heading) == "一 門前的書畫"
    page.view.close()


def name(part: QAccessibleInterface) -> str:
    return str(part.text(QAccessible.Text.Name))

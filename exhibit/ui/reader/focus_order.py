"""The walk of the keyboard through the marks of a page, in reading order; no Qt."""

from exhibit.ui.reader.shown import MarkId, ReaderShown


def beside(shown: ReaderShown, mark: MarkId, step: int) -> MarkId | None:
    """The next mark (`step` 1) or the one before (-1); None at the end of the page."""
    index, number = mark[0], mark[1] + step
    if 0 <= number < len(shown.marks(index)):
        return index, number
    return first_in(shown, index + step, shown.count - 1 if step > 0 else 0, step)


def first_in(shown: ReaderShown, index: int, last: int, step: int) -> MarkId | None:
    """The first mark met from one passage to another, both included."""
    while index <= last if step > 0 else index >= last:
        if marks := shown.marks(index):
            return index, 0 if step > 0 else len(marks) - 1
        index += step
    return None

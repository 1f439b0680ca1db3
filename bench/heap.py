"""A program: the live heap after a hundred changes of article, and after many; `python -m bench.heap FILE CHANGES`.

With PYTHONMALLOC=malloc the objects of Python are on that heap too.
"""

import ctypes
import gc
import sys
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.desk import Desk
from exhibit.package.reader import iter_articles

_FIRST = 100
_NAMES = (
    "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
)  # fmt: skip


class _MallInfo(ctypes.Structure):
    """What glibc's mallinfo2() returns."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _NAMES)


def live_heap() -> float:
    """Megabytes handed out and not given back: in the heap's arenas, and mapped alone for their size."""
    gc.collect()
    library = ctypes.CDLL(None)
    library.malloc_trim(0)
    library.mallinfo2.restype = _MallInfo
    info = library.mallinfo2()
    return float(info.uordblks + info.hblkhd) / 2**20


def main(file: Path, changes: int) -> None:
    """Opens one article after the other, each painted."""
    application = QApplication([])
    desk = Desk(file)
    ids = [article.id for article in islice(iter_articles(desk.session.package), 50)]
    for number in range(1, changes + 1):
        desk.text.cost(partial(desk.session.open_article, ids[number % len(ids)]))
        if number in (_FIRST, changes):
            print(live_heap(), flush=True)
    desk.close()
    application.quit()


main(Path(sys.argv[1]), int(sys.argv[2]))

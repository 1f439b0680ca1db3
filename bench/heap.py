"""A program: the live heap after a hundred changes of article, and after many; `python -m bench.heap FILE CHANGES`.

With PYTHONMALLOC=malloc the objects of Python are on that heap too.
"""

import sys
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.desk import Desk
from bench.live_heap import live_heap
from exhibit.package.reader import iter_articles

_FIRST = 100


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

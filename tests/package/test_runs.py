"""Which three characters stand side by side: what stands somewhere is never denied, and most of the rest is."""

import random

from hypothesis import given
from hypothesis import strategies as st

from exhibit.package.runs import Runs, RunsWriter


@given(st.lists(st.text(max_size=20), max_size=8))
def test_what_was_added_may_stand(texts: list[str]) -> None:
    writer = RunsWriter()
    for text in texts:
        writer.add(text)
    runs = Runs(writer.written())
    for text in texts:
        assert runs.may_hold(text)
        assert runs.may_hold(text[3:9])


def test_most_of_the_rest_is_denied_at_any_size() -> None:
    chance = random.Random(7)
    for count in (10, 1_000, 100_000):
        writer = RunsWriter()
        text = "".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(count))
        writer.add(text)
        bits = writer.written()
        runs = Runs(bits)
        others = ("".join(chr(chance.randrange(0x6000, 0x7000)) for _ in range(3)) for _ in range(1_000))
        assert sum(map(runs.may_hold, others)) < 200
        assert len(bits) <= max(128, 3 * count)


def test_the_order_of_the_texts_does_not_matter() -> None:
    one, other = RunsWriter(), RunsWriter()
    for writer, texts in ((one, ("章贡区", "赣江新区")), (other, ("赣江新区", "章贡区", "章贡区"))):
        for text in texts:
            writer.add(text)
    assert one.written() == other.written()

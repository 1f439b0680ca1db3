"""Which characters stand side by side: what stands somewhere is never denied, and most of the rest is."""

import random

from hypothesis import given
from hypothesis import strategies as st

from exhibit.package.pairs import Pairs, PairsWriter


@given(st.lists(st.text(max_size=20), max_size=8))
def test_what_was_added_may_stand(texts: list[str]) -> None:
    writer = PairsWriter()
    for text in texts:
        writer.add(text)
    pairs = Pairs(writer.written())
    for text in texts:
        assert pairs.may_hold(text)
        assert pairs.may_hold(text[3:9])


def test_most_of_the_rest_is_denied_at_any_size() -> None:
    chance = random.Random(7)
    for count in (10, 1_000, 100_000):
        writer = PairsWriter()
        text = "".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(count))
        writer.add(text)
        bits = writer.written()
        pairs = Pairs(bits)
        others = ("".join(chr(chance.randrange(0x6000, 0x7000)) for _ in range(2)) for _ in range(1_000))
        assert sum(map(pairs.may_hold, others)) < 200
        assert len(bits) <= max(128, 3 * count)


def test_the_order_of_the_texts_does_not_matter() -> None:
    one, other = PairsWriter(), PairsWriter()
    for writer, texts in ((one, ("章贡", "赣江")), (other, ("赣江", "章贡", "章贡"))):
        for text in texts:
            writer.add(text)
    assert one.written() == other.written()

"""Several bodies that act as one: their ring, how they do it, where they are active, where the text shows it."""

from functools import partial
from typing import Final

from exhibit.model.system import Composition, Cycle
from exhibit.ui.systems.bands import Headed, Steps, grid, named
from exhibit.ui.systems.blocks import Arrange, Block, Face, Row, Stack
from exhibit.ui.systems.plaque import Board
from exhibit.ui.systems.ring import Ring
from exhibit.ui.systems.sheet import Hand

_BODY: Final = Face("gold:16")
_HEAD: Final = Face("gold:30")
_FRONT: Final = Face("gold:10")
_CASE: Final = Face("card")


def ways(drawing: Composition, box: tuple[float, float]) -> tuple[Arrange, ...]:
    """The ring beside the bands or above them, as the box is; without a ring where it has no room."""
    ordered = (_beside, _below) if box[0] > box[1] else (_below, _beside)
    return tuple(partial(way, drawing=drawing) for way in (*ordered, _plain))


def _beside(hand: Hand, drawing: Composition) -> Block:
    """The ring at the left, the bands at the right."""
    bands = _bands(hand, drawing)
    if not bands:
        return _bodies(hand, drawing)
    return Row((_bodies(hand, drawing), Stack(bands, hand.em(0.9))), hand.em(1.6), (0.9, 1.1))


def _below(hand: Hand, drawing: Composition) -> Block:
    """The ring above, the bands below."""
    blocks = _bodies(hand, drawing), *_bands(hand, drawing)
    return Stack(blocks, hand.em(0.7), (2.0,) + (0.6,) * (len(blocks) - 1))


def _plain(hand: Hand, drawing: Composition) -> Block:
    """Without a ring, where names are too long or bodies too many for one."""
    bodies: Block = grid(hand, drawing.bodies, _BODY)
    if hand.system.whole:
        bodies = Stack((Board(hand, hand.system.whole), bodies), hand.em(0.35), (0.0, 1.0))
    return Stack((Headed(hand, hand.caption("bodies"), bodies), *_bands(hand, drawing)), hand.em(0.7))


def _bodies(hand: Hand, drawing: Composition) -> Block:
    return Headed(hand, hand.caption("bodies"), Ring(hand, drawing.bodies, hand.system.whole))


def _bands(hand: Hand, drawing: Composition) -> tuple[Block, ...]:
    bands: list[Block] = []
    if drawing.cycle:
        bands.append(_cycle(hand, drawing.cycle))
    for band, parts, face in (("fronts", drawing.fronts, _FRONT), ("cases", drawing.cases, _CASE)):
        if parts:
            bands.append(Headed(hand, hand.caption(band), grid(hand, parts, face)))
    return tuple(bands)


def _cycle(hand: Hand, cycle: Cycle) -> Block:
    steps: Block = Steps(hand, cycle.steps, cycle.closed)
    caption = hand.caption("cycle")
    if cycle.of:
        if caption == hand.name(cycle.of):
            caption = ""
        steps = Stack((named(hand, cycle.of, _HEAD), steps), hand.em(0.25), (0.0, 1.0))
    return Headed(hand, caption, steps)

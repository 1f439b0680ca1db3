"""Which pins stand too close together to be told apart, and how to part them; no Qt."""

from collections.abc import Sequence
from math import cos, dist, pi, sin
from typing import Final

from exhibit.model.region import MapPoint

_ROUNDS: Final = 80


def crowds(points: Sequence[MapPoint], closest: float) -> list[tuple[int, ...]]:
    """Groups of two and more, each member closer than `closest` to another of its group; by index, in order."""
    group = list(range(len(points)))
    for i, one in enumerate(points):
        for j in range(i):
            if dist(one, points[j]) < closest and group[i] != group[j]:
                old, new = group[i], group[j]
                group = [new if number == old else number for number in group]
    found = [tuple(i for i, number in enumerate(group) if number == wanted) for wanted in dict.fromkeys(group)]
    return [members for members in found if len(members) > 1]


def spread(points: Sequence[MapPoint], closest: float) -> list[MapPoint]:
    """The points moved apart until none is closer to another than `closest`, each as little as may be."""
    moved = list(points)
    for _ in range(_ROUNDS):
        pushes = [_push(moved, i, closest) for i in range(len(moved))]
        if not any(x or y for x, y in pushes):
            break
        moved = [(x + push[0], y + push[1]) for (x, y), push in zip(moved, pushes, strict=True)]
    return moved


def _push(points: Sequence[MapPoint], index: int, closest: float) -> MapPoint:
    x, y = points[index]
    right = down = 0.0
    for other, (ox, oy) in enumerate(points):
        apart = dist((x, y), (ox, oy))
        if other == index or apart >= closest:
            continue
        angle = 2 * pi * (index + other) / len(points) + (pi if index > other else 0)
        toward = ((x - ox) / apart, (y - oy) / apart) if apart > 1e-6 else (cos(angle), sin(angle))
        right += toward[0] * ((closest - apart) / 2 + 0.01)
        down += toward[1] * ((closest - apart) / 2 + 0.01)
    return right, down

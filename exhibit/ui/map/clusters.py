"""Finds pins that stand too close together to be told apart, and moves them apart; no Qt."""

from collections.abc import Sequence
from math import cos, dist, pi, sin
from typing import Final

from exhibit.model.region import MapPoint

_MAX_ROUNDS: Final = 80
"""Rounds after which points are moved no further."""


def find_clusters(points: Sequence[MapPoint], min_distance: float) -> list[tuple[int, ...]]:
    """Groups of at least two points, each closer than `min_distance` to another of its group; by index, in order."""
    group = list(range(len(points)))
    for i, one in enumerate(points):
        for j in range(i):
            if dist(one, points[j]) < min_distance and group[i] != group[j]:
                old, new = group[i], group[j]
                group = [new if number == old else number for number in group]
    found = [tuple(i for i, number in enumerate(group) if number == wanted) for wanted in dict.fromkeys(group)]
    return [members for members in found if len(members) > 1]


def move_apart(points: Sequence[MapPoint], min_distance: float) -> list[MapPoint]:
    """The points moved as little as possible so that none is closer to another than `min_distance`."""
    moved = list(points)
    for _ in range(_MAX_ROUNDS):
        pushes = [_push(moved, i, min_distance) for i in range(len(moved))]
        if not any(x or y for x, y in pushes):
            break
        moved = [(x + push[0], y + push[1]) for (x, y), push in zip(moved, pushes, strict=True)]
    return moved


def _push(points: Sequence[MapPoint], index: int, min_distance: float) -> MapPoint:
    """How far a point moves in one round, away from all that are too close."""
    x, y = points[index]
    right = down = 0.0
    for other, (ox, oy) in enumerate(points):
        distance = dist((x, y), (ox, oy))
        if other == index or distance >= min_distance:
            continue
        angle = 2 * pi * (index + other) / len(points) + (pi if index > other else 0)
        away = ((x - ox) / distance, (y - oy) / distance) if distance > 1e-6 else (cos(angle), sin(angle))
        right += away[0] * ((min_distance - distance) / 2 + 0.01)
        down += away[1] * ((min_distance - distance) / 2 + 0.01)
    return right, down

"""Pairs as a graph: ends of one name are one node; what hangs together is a chain or something less simple."""

from collections.abc import Sequence
from dataclasses import dataclass

from exhibit.model.system import SystemPair
from exhibit.model.text import Text


@dataclass(frozen=True, slots=True)
class NodeChain:
    """Nodes in a row, each joined to the next: `pairs` has one fewer than `nodes`."""

    nodes: tuple[Text, ...]
    pairs: tuple[SystemPair, ...]


@dataclass(frozen=True, slots=True)
class NodeWeb:
    """Nodes and pairs that make no chain."""

    nodes: tuple[Text, ...]
    pairs: tuple[SystemPair, ...]


def parts_of(pairs: Sequence[SystemPair]) -> tuple[tuple[NodeChain, ...], tuple[NodeWeb, ...]]:
    """The chains and the webs, each in the order of its first pair."""
    groups = _groups(pairs)
    chains = [_chain(group) for group in groups]
    webs = tuple(_web(group) for group, chain in zip(groups, chains, strict=True) if chain is None)
    return tuple(chain for chain in chains if chain), webs


def nodes_of(pairs: Sequence[SystemPair]) -> tuple[Text, ...]:
    """Every end, once."""
    return tuple(dict.fromkeys(end for pair in pairs for end in pair.ends))


def _groups(pairs: Sequence[SystemPair]) -> list[list[SystemPair]]:
    """Pairs that hang together."""
    groups: list[tuple[set[Text], list[SystemPair]]] = []
    for pair in pairs:
        ends = set(pair.ends)
        touching = [group for group in groups if ends & group[0]]
        rest = [group for group in groups if not ends & group[0]]
        joined = [one for _, some in touching for one in some]
        groups = [*rest, (ends.union(*(nodes for nodes, _ in touching)), [*joined, pair])]
    order = {id(pair): number for number, pair in enumerate(pairs)}
    return sorted((some for _, some in groups), key=lambda some: min(order[id(pair)] for pair in some))


def _chain(pairs: list[SystemPair]) -> NodeChain | None:
    """A chain from the end whose pair was named first, or None where they make none."""
    ends = [node for node in nodes_of(pairs) if _degree(node, pairs) == 1]
    if len(ends) != 2 or any(_degree(node, pairs) > 2 for node in nodes_of(pairs)):
        return None
    start = next(node for pair in pairs for node in pair.ends if node in ends)
    nodes, walked = [start], list[SystemPair]()
    while len(walked) < len(pairs):
        pair = next(pair for pair in pairs if pair not in walked and nodes[-1] in pair.ends)
        walked.append(pair)
        nodes.append(_other(pair, nodes[-1]))
    return NodeChain(tuple(nodes), tuple(walked))


def _web(pairs: list[SystemPair]) -> NodeWeb:
    """Nodes from the busiest on, each beside one it is joined to."""
    left = list(nodes_of(pairs))
    order = [max(left, key=lambda node: _degree(node, pairs))]
    for node in order:
        order += [_other(pair, node) for pair in pairs if node in pair.ends and _other(pair, node) not in order]
    return NodeWeb(tuple(dict.fromkeys(order)), tuple(pairs))


def _degree(node: Text, pairs: Sequence[SystemPair]) -> int:
    return sum(node in pair.ends for pair in pairs)


def _other(pair: SystemPair, node: Text) -> Text:
    return pair.ends[1] if pair.ends[0] == node else pair.ends[0]

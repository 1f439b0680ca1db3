"""Pairs as a graph: ends of one name are one node, and connected pairs make a chain or a web."""

from collections.abc import Sequence
from typing import NamedTuple

from exhibit.model.system import SystemPair
from exhibit.model.text import Text


class NodeChain(NamedTuple):
    """Nodes in a row, each joined to the next by the pair between them: `pairs` has one fewer than `nodes`."""

    nodes: tuple[Text, ...]
    pairs: tuple[SystemPair, ...]


class NodeWeb(NamedTuple):
    """Connected nodes that make no chain, and the pairs between them."""

    nodes: tuple[Text, ...]
    pairs: tuple[SystemPair, ...]


def chains_and_webs(pairs: Sequence[SystemPair]) -> tuple[tuple[NodeChain, ...], tuple[NodeWeb, ...]]:
    """The chains and the webs of pairs, in the order of their first pairs."""
    groups = _groups(pairs)
    chains = [_chain(group) for group in groups]
    webs = tuple(_web(group) for group, chain in zip(groups, chains, strict=True) if chain is None)
    return tuple(chain for chain in chains if chain), webs


def nodes_of(pairs: Sequence[SystemPair]) -> tuple[Text, ...]:
    """Every end of the pairs once."""
    return tuple(dict.fromkeys(end for pair in pairs for end in pair.ends))


def _groups(pairs: Sequence[SystemPair]) -> list[list[SystemPair]]:
    """The connected groups of pairs."""
    groups: list[tuple[set[Text], list[SystemPair]]] = []
    for pair in pairs:
        ends = set(pair.ends)
        touching = [group for group in groups if ends & group[0]]
        rest = [group for group in groups if not ends & group[0]]
        joined = [one for _, group in touching for one in group]
        groups = [*rest, (ends.union(*(nodes for nodes, _ in touching)), [*joined, pair])]
    order = {id(pair): number for number, pair in enumerate(pairs)}
    return sorted((group for _, group in groups), key=lambda group: min(order[id(pair)] for pair in group))


def _chain(pairs: list[SystemPair]) -> NodeChain | None:
    """A chain of all the pairs, from the end whose pair comes first; None if they make no chain."""
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
    """A web: the node with the most pairs first, then the nodes joined to those before."""
    left = list(nodes_of(pairs))
    order = [max(left, key=lambda node: _degree(node, pairs))]
    for node in order:
        order += [_other(pair, node) for pair in pairs if node in pair.ends and _other(pair, node) not in order]
    return NodeWeb(tuple(dict.fromkeys(order)), tuple(pairs))


def _degree(node: Text, pairs: Sequence[SystemPair]) -> int:
    return sum(node in pair.ends for pair in pairs)


def _other(pair: SystemPair, node: Text) -> Text:
    return pair.ends[1] if pair.ends[0] == node else pair.ends[0]

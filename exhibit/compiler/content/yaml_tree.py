"""Reads YAML as a tree that knows the line of every key and value; scalars stay text, surprises are refused."""

import re
from typing import Any, Final, NamedTuple

import yaml

from exhibit.compiler.content.east_asian_width import without_gaps
from exhibit.compiler.content.forbidden_characters import without_forbidden
from exhibit.compiler.problems import ProblemList, ProblemPlace

DEPTH: Final = 32
_UNMEANT_COMMENT: Final = re.compile(r"\s*(#[^\s#].*)")
_NULL: Final = ("", "~", "null")
# libyaml's events are fifteen times faster than Python's; composing, where it can overflow the stack, is not used.
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TreePath = tuple[str | int, ...]


class ScalarNode(NamedTuple):
    """A text as written; `plain` is true if it has no quotes, to tell null from "null"."""

    text: str
    line: int
    plain: bool


class SequenceNode(NamedTuple):
    """A sequence."""

    items: "tuple[TreeNode, ...]"
    line: int


class MappingNode(NamedTuple):
    """A mapping, in the order written."""

    pairs: "tuple[tuple[ScalarNode, TreeNode], ...]"
    line: int

    def get(self, key: str) -> "TreeNode | None":
        """The value of a key."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def keys(self) -> tuple[str, ...]:
        """All keys."""
        return tuple(name.text for name, _ in self.pairs)


TreeNode = ScalarNode | SequenceNode | MappingNode


class _RefusedError(Exception):
    """The rest of the file cannot be read."""


def read_yaml(
    text: str, file: str, problems: ProblemList, first: int = 1, loader: type[Any] = LOADER
) -> MappingNode | None:
    """The mapping that a text holds, or None with a problem; `first` is the line of the file on which it begins."""
    builder = _TreeBuilder(text, file, first, problems)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        problems.error(ProblemPlace(file, first + line), f"this is not YAML: {error.problem}; {_advice(text, line)}")
        return None
    except yaml.YAMLError as error:
        problems.error(ProblemPlace(file, first), f"this is not YAML: {error}; correct it")
        return None
    if isinstance(builder.root, MappingNode):
        return builder.root
    problems.error(
        ProblemPlace(file, first), "there are no `key: value` lines here; write them as docs/content.md says"
    )
    return None


def plain_value(node: TreeNode) -> Any:
    """The node as dicts, lists, strings and None."""
    if isinstance(node, MappingNode):
        return {key.text: plain_value(value) for key, value in node.pairs}
    if isinstance(node, SequenceNode):
        return [plain_value(item) for item in node.items]
    return None if node.plain and node.text in _NULL else node.text


def line_of(node: TreeNode, path: TreePath) -> int:
    """The line of the value at `path`, or of the last part of the path that exists."""
    line = node.line
    for step in path:
        if isinstance(node, MappingNode) and (found := [pair for pair in node.pairs if pair[0].text == step]):
            line, node = found[0][0].line, found[0][1]
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line


class _TreeBuilder:
    """Builds the tree from the parser's events, without recursion."""

    def __init__(self, text: str, file: str, first: int, problems: ProblemList) -> None:
        self.root: TreeNode | None = None
        self._lines = text.split("\n")
        self._file, self._first, self._problems = file, first, problems
        self._open: list[tuple[bool, int, list[TreeNode]]] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Handles the next event."""
        line = self._first + _mark_line(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._error(line, "a second document begins here; delete the line `---`")
                raise _RefusedError
        elif isinstance(event, yaml.AliasEvent):
            self._error(
                line, f"`*{event.anchor}` is not used here; write the value out, or put a text with * in quotes"
            )
            self._add(ScalarNode("", line, True))
        elif isinstance(event, yaml.NodeEvent):
            self._start(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()

    def _start(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            self._error(line, f"`&{event.anchor}` is not used here; delete it, or put a text with & in quotes")
        if getattr(event, "tag", None) not in (None, "!"):
            self._error(line, "a tag with `!` is not used here; delete it, or put a text with ! in quotes")
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, line))
            return
        if len(self._open) >= DEPTH:
            self._error(line, f"more than {DEPTH} levels of nesting; write it flatter")
            raise _RefusedError
        self._open.append((isinstance(event, yaml.MappingStartEvent), line, []))

    def _close(self) -> None:
        is_table, line, nodes = self._open.pop()
        self._add(MappingNode(self._pairs(nodes), line) if is_table else SequenceNode(tuple(nodes), line))

    def _pairs(self, nodes: list[TreeNode]) -> tuple[tuple[ScalarNode, TreeNode], ...]:
        pairs: dict[str, tuple[ScalarNode, TreeNode]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                self._error(key.line, "a key must be a plain word; correct it")
            elif key.plain and key.text == "<<":
                self._error(key.line, "`<<` is not used here; write the keys out")
            elif key.text in pairs:
                self._error(
                    key.line, f"`{key.text}` stands twice (first on line {pairs[key.text][0].line}); delete one"
                )
            else:
                pairs[key.text] = (key, value)
        return tuple(pairs.values())

    def _add(self, node: TreeNode) -> None:
        if self._open:
            self._open[-1][2].append(node)
        else:
            self.root = node

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> ScalarNode:
        text = event.value
        self._check_lost(event)
        if "\t" in text:
            self._error(line, "a tab stands in the text; write a blank")
            text = text.replace("\t", " ")
        if event.style == '"':
            text = without_forbidden(
                text, self._file, self._problems, line
            )  # an escape such as "\\u202e" hides the character from the check of the file
        if _mark_line(event.end_mark) > _mark_line(event.start_mark) and event.style != "|":
            text = without_gaps(text)  # YAML joins wrapped lines with a blank, which Chinese text does not have
        return ScalarNode(text, line, not event.style)  # "" from libyaml, None from the Python parser

    def _check_lost(self, event: yaml.ScalarEvent) -> None:
        """Warns of a comment that looks like a part of the text before it."""
        if event.style or not event.value:
            return
        mark: Any = event.end_mark
        rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
        if match := _UNMEANT_COMMENT.match(rest):
            lost, kept = match[1].strip()[:40], event.value[-40:]
            message = f"`{lost}` is lost: a # behind a blank begins a comment, and the text ends with `{kept}`"
            advice = "put the text in quotes, or write a blank behind the #"
            self._problems.warning(ProblemPlace(self._file, self._first + mark.line), f"{message}; {advice}")

    def _error(self, line: int, message: str) -> None:
        self._problems.error(ProblemPlace(self._file, line), message)


def _mark_line(mark: Any) -> int:
    line: int = mark.line  # the stubs allow None, the parser does not
    return line


def _advice(text: str, line: int) -> str:
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    if "\t" in here:
        return "indent with blanks, not with tabs"
    if here.count(": ") > 1:
        return "put the text that holds a colon in quotes"
    return "look for a missing quote, colon or indentation here or just above"

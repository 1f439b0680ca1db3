"""Mutations of a source: small changes of its syntax tree that a good test notices.

Three kinds of code are left out:

- annotations, decorators, docstrings, `Literal[...]`, the bodies of `if TYPE_CHECKING` and of Protocols: no test of
  behaviour could notice a change;
- the inside of f-strings: `ast` does not know the positions there before Python 3.12;
- painting, see `is_painting_module` and `is_painting`: people look at the pictures.
"""

import ast
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

_PAINTER: Final = "QPainter"
_TEXT_LIMIT: Final = 60
"""Characters of code that the description of a mutation shows on each side."""

_COMPARISONS: Final[Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
"""For each comparison its boundary, where it has one, and its opposite."""
_ARITHMETIC: Final[Mapping[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_STATEMENT_PARTS: Final = {"body", "orelse", "finalbody", "handlers", "cases"}
"""The fields of a statement that hold other statements."""
_WITHOUT_BEHAVIOUR: Final = {"annotation", "returns", "decorator_list"}

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


class Mutation(NamedTuple):
    """One change: the bytes from `start` to `end` of the source, in UTF-8, become `replacement`.

    `line` is where the change is; the statement around it, without its body, goes from `first_line` to `last_line`.
    """

    line: int
    first_line: int
    last_line: int
    start: int
    end: int
    replacement: str
    description: str

    def apply(self, source: str) -> str:
        """The changed source."""
        code = source.encode()
        return (code[: self.start] + self.replacement.encode() + code[self.end :]).decode()


def find_mutations(source: str) -> list[Mutation]:
    """All mutations of a module, in the order of its source; none of a painting module."""
    tree = ast.parse(source)
    if is_painting_module(tree):
        return []
    lines = source.encode().splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    return [
        _mutation(starts, statement, node, new) for statement in _statements(tree) for node, new in _changes(statement)
    ]


def is_painting_module(tree: ast.Module) -> bool:
    """True if at least half of the lines of its functions are of functions that name QPainter."""
    functions = [node for node in ast.walk(tree) if isinstance(node, FunctionNode)]
    painting = sum(_length(one) for one in functions if is_painting(one))
    return painting > 0 and 2 * painting >= sum(map(_length, functions))


def is_painting(function: FunctionNode) -> bool:
    """True if a function names QPainter; it is left out also in a module that is not."""
    return any(isinstance(node, ast.Name) and node.id == _PAINTER for node in ast.walk(function))


def _length(function: FunctionNode) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _mutation(starts: list[int], statement: ast.stmt, node: ast.stmt | ast.expr, new: str) -> Mutation:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    first, last = _head(statement)
    replacement = f"({new})" if isinstance(node, ast.expr) else new
    return Mutation(node.lineno, first, last, start, end, replacement, describe(ast.unparse(node), new))


def _head(statement: ast.stmt) -> tuple[int, int]:
    """The first and last line of a statement without the statements in it."""
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno
    return statement.lineno, max(statement.lineno, last or 0)


def describe(old: str, new: str) -> str:
    """`OLD -> NEW`, each on one line; of long code only what is near the first difference."""
    lines = [" ".join(code.split()) for code in (old, new)]
    begin = 0
    if max(map(len, lines)) > _TEXT_LIMIT:
        begin = max(0, _first_difference(*lines) - _TEXT_LIMIT // 3)
    return " -> ".join(_cut(line, begin) for line in lines)


def _first_difference(one: str, other: str) -> int:
    differing = (number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return next(differing, min(len(one), len(other)))


def _cut(line: str, begin: int) -> str:
    end = begin + _TEXT_LIMIT
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if line[end:] else ''}"


def _statements(parent: ast.AST) -> Iterator[ast.stmt]:
    """The statements in a node at any depth whose behaviour counts."""
    for child in ast.iter_child_nodes(parent):
        if isinstance(child, ast.stmt):
            if _is_left_out(child):
                continue
            yield child
        if not isinstance(child, ast.expr):
            yield from _statements(child)


def _is_left_out(statement: ast.stmt) -> bool:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return is_painting(statement)
        case ast.ClassDef(bases=bases):
            return any(ast.unparse(base).startswith("Protocol") for base in bases)
        case ast.If(test=test):
            return ast.unparse(test) == "TYPE_CHECKING"
        case ast.Expr(value=ast.Constant()):
            return True
    return False


def _changes(statement: ast.stmt) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    """What can be changed in a statement without the statements in it: a node, and the code that replaces it."""
    replaced = _changed_statement(statement)
    if replaced:
        yield statement, replaced
    for node in _expressions(statement):
        for changed in _changed_expressions(node):
            yield node, ast.unparse(changed)
        if isinstance(node, ast.IfExp) and _is_plain_condition(node.test):
            yield node.test, _negated(node.test)
    if isinstance(statement, ast.If | ast.While | ast.Assert) and _is_plain_condition(statement.test):
        yield statement.test, _negated(statement.test)


def _changed_statement(statement: ast.stmt) -> str:
    """The code that replaces a statement, empty where none does."""
    match statement:
        case ast.Return(value=value) if value is not None and ast.unparse(value) != "None":
            return "return None"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript(), *_]) | ast.AnnAssign(target=ast.Attribute()):
            return "pass"
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            return "pass"
        case ast.Break():
            return "continue"
        case ast.Continue():
            return "break"
    return ""


def _expressions(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in a statement or expression, at any depth, but not those of other statements."""
    left_out = _WITHOUT_BEHAVIOUR | (_STATEMENT_PARTS if isinstance(node, ast.stmt) else set())
    for name, value in ast.iter_fields(node):
        if name in left_out:
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_opaque(child):
                continue
            if isinstance(child, ast.expr):
                yield child
            yield from _expressions(child)


def _is_opaque(node: ast.AST) -> bool:
    """True for f-strings and `Literal[...]`."""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
    )


def _is_plain_condition(test: ast.expr) -> bool:
    """True if no other mutation turns a condition into its opposite."""
    return not isinstance(test, ast.Compare) and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))


def _negated(test: ast.expr) -> str:
    return ast.unparse(ast.UnaryOp(ast.Not(), test))


def _changed_expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            yield from _other_comparisons(node)
        case ast.BinOp(left=left, op=operator, right=right):
            yield ast.BinOp(left, _ARITHMETIC[type(operator)](), right)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=value):
            yield from _other_constants(value)
        case ast.Call():
            yield from _swapped_arguments(node)


def _other_comparisons(node: ast.Compare) -> Iterator[ast.expr]:
    for number, operator in enumerate(node.ops):
        for other in _COMPARISONS[type(operator)]:
            yield ast.Compare(node.left, [*node.ops[:number], other(), *node.ops[number + 1 :]], node.comparators)


def _other_constants(value: object) -> Iterator[ast.expr]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield ast.Constant(value + 1)
        case str():
            yield ast.Constant("" if value else "mutant")
        case bytes():
            yield ast.Constant(b"" if value else b"mutant")


def _swapped_arguments(node: ast.Call) -> Iterator[ast.expr]:
    """Each two neighbouring arguments swapped, unless they are the same, starred, or in no order (of min and max)."""
    if ast.unparse(node.func) in ("min", "max"):
        return
    for number, (one, other) in enumerate(zip(node.args, node.args[1:], strict=False)):
        if isinstance(one, ast.Starred) or isinstance(other, ast.Starred) or ast.dump(one) == ast.dump(other):
            continue
        arguments = [*node.args[:number], other, one, *node.args[number + 2 :]]
        yield ast.Call(node.func, arguments, node.keywords)

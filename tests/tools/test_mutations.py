"""Which changes are found in a source, and what they make of it."""

import ast

import pytest

from tools.mutations import Mutation, describe, find_mutations, is_painting_module


def mutated(source: str) -> list[str]:
    """The source after each mutation, normalised."""
    return [ast.unparse(ast.parse(one.apply(source))) for one in find_mutations(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["x = a <= b", "x = a >= b"]),
        ("x = a <= b", ["x = a < b", "x = a > b"]),
        ("x = a > b", ["x = a >= b", "x = a <= b"]),
        ("x = a >= b", ["x = a > b", "x = a < b"]),
        ("x = a == b", ["x = a != b"]),
        ("x = a is b", ["x = a is not b"]),
        ("x = a not in b", ["x = a in b"]),
        ("x = a == b == c", ["x = a != b == c", "x = a == b != c"]),
        ("x = a + b", ["x = a - b"]),
        ("x = a - b * c", ["x = a + b * c", "x = a - b / c"]),
        ("x = a // b", ["x = a / b"]),
        ("x = a % b", ["x = a // b"]),
        ("x = a and b", ["x = a or b"]),
        ("x = a or b", ["x = a and b"]),
        ("x = not a", ["x = a"]),
        ("x = -a", ["x = a"]),
        ("x = a if b else c", ["x = a if not b else c"]),
        ("x = a if b == c else d", ["x = a if b != c else d"]),
        ("x = True", ["x = False"]),
        ("x = 1", ["x = 2"]),
        ("x = 0.5", ["x = 1.5"]),
        ("x = '贡'", ["x = ''"]),
        ("x = ''", ["x = 'mutant'"]),
        ("x = b'a'", ["x = b''"]),
        ("x = None", []),
        ("x = f(a, b, c)", ["x = f(b, a, c)", "x = f(a, c, b)"]),
        ("x = f(a, a)", []),
        ("x = f(*a, b)", []),
        ("x = min(a, b)", []),
        ("x: int | None = a", []),
        ("x = f'{a + 1}'", []),
        ("x = Literal['a', 'b']", []),
        ("x[a] = b", ["pass"]),
        ("x.a = b", ["pass"]),
        ("x.a: int = b", ["pass"]),
        ("x += a", ["pass"]),
        ("f(a)", ["pass"]),
        ("raise a", ["pass"]),
        ("del a", ["pass"]),
        ("'a docstring'", []),
        ("assert a", ["assert not a"]),
        ("if a:\n    b", ["if not a:\n    b"]),
        ("while a < b:\n    break", ["while a <= b:\n    break", "while a >= b:\n    break", "while a < b:\n    continue"]),
        ("while a < b:\n    continue", ["while a <= b:\n    continue", "while a >= b:\n    continue", "while a < b:\n    break"]),
        ("def f():\n    return a", ["def f():\n    return None"]),
        ("def f():\n    return None", []),
        ("def f():\n    return", []),
        ("def f(a: int=1) -> 'b':\n    pass", ["def f(a: int=2) -> 'b':\n    pass"]),
        ("@a(1)\ndef f():\n    pass", []),
        ("if TYPE_CHECKING:\n    x = 1", []),
        ("class A(Protocol):\n    x = 1", []),
        ("class A(B):\n    x = 1", ["class A(B):\n    x = 2"]),
        ("try:\n    f()\nexcept A:\n    raise", [
            "try:\n    pass\nexcept A:\n    raise",
            "try:\n    f()\nexcept A:\n    pass",
        ]),
    ],
)  # fmt: skip
def test_each_kind_of_change(source: str, expected: list[str]) -> None:
    assert mutated(source) == [ast.unparse(ast.parse(one)) for one in expected]


def test_a_change_keeps_its_place_among_operators() -> None:
    assert mutated("x = a * b ** c") == ["x = a / b ** c", "x = a * (b * c)"]


def test_positions_are_counted_in_bytes_and_across_lines() -> None:
    assert mutated("y = '贡'; x = f(\n    '江',\n    1,\n)\n")[-1] == "y = '贡'\nx = f('江', 2)"


def test_a_mutation_knows_its_line_and_the_lines_of_its_statement() -> None:
    source = "if (\n    a\n    and 1\n):\n    f(\n        2\n    )\n"
    lines = {(one.description, one.line, one.first_line, one.last_line) for one in find_mutations(source)}
    assert lines == {
        ("a and 1 -> not (a and 1)", 2, 1, 4),
        ("a and 1 -> a or 1", 2, 1, 4),
        ("1 -> 2", 3, 1, 4),
        ("f(2) -> pass", 5, 5, 7),
        ("2 -> 3", 6, 5, 7),
    }


def test_long_code_is_described_by_what_differs() -> None:
    start = "a" * 100
    assert describe(f"{start} + b", f"{start} - b") == f"…{'a' * 19} + b -> …{'a' * 19} - b"
    assert describe("b" * 61, "pass") == f"{'b' * 60}… -> pass"


PAINTER = "def paint(painter: QPainter):\n    painter.draw(1)\n    painter.draw(2)\n"


def test_a_painting_function_is_left_out() -> None:
    source = f"{PAINTER}def height():\n    a = b\n    c = d\n    return a + c\n"
    assert not is_painting_module(ast.parse(source))
    assert [one.description for one in find_mutations(source)] == ["return a + c -> return None", "a + c -> a - c"]


def test_a_module_that_mostly_paints_is_left_out() -> None:
    source = f"EDGE = 1\n{PAINTER}def height():\n    a = b\n    return a + 1\n"
    assert is_painting_module(ast.parse(source))
    assert find_mutations(source) == []


def test_a_module_without_functions_does_not_paint() -> None:
    assert not is_painting_module(ast.parse("x = QPainter"))


def test_applying_replaces_only_the_bytes() -> None:
    assert Mutation(1, 1, 1, 3, 4, "2", "").apply("贡1江") == "贡2江"

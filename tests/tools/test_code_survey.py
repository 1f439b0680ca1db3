"""The rules about names, docstrings, types and lengths, on small packages."""

from pathlib import Path

import pytest

from tests.tools.sources import write_package
from tools.code_survey import (
    CodeDefinition,
    check_docstrings,
    classes,
    definitions,
    functions,
    is_one_word,
    is_typed,
    line_count,
    long_functions,
    one_word_classes,
    read_modules,
    shadowing_modules,
    shared_class_names,
)

DOCUMENTED = '"""A module."""\n'


def found_in(root: Path, source: str) -> list[CodeDefinition]:
    return definitions(read_modules(write_package(root, {"a.py": source}), "exhibit"))


def missing_in(root: Path, source: str) -> list[str]:
    """The names without a docstring in a module that has one itself."""
    write_package(root, {"a.py": DOCUMENTED + source})
    return [place.split()[-1] for place in check_docstrings(read_modules(root, "exhibit")).missing]


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("Row", True),
        ("_Row", True),
        ("SVG", True),
        ("Row2", True),
        ("SearchRow", False),
        ("SVGText", False),
        ("QRow", False),
        ("_SearchRow", False),
    ],
)
def test_a_class_name_is_counted_in_camel_case_words(name: str, one: bool) -> None:
    assert is_one_word(name) is one


def test_a_name_is_public_if_nothing_around_it_is_private_or_a_function(tmp_path: Path) -> None:
    source = "class A:\n class B: ...\n class _C:\n  class D: ...\nif True:\n class E: ...\ndef f():\n class G: ...\n"
    found = found_in(tmp_path, source)
    assert [one.name for one in classes(found, public=True)] == ["A", "A.B", "E"]
    assert [one.name for one in classes(found, public=False)] == ["A._C", "A._C.D", "f.G"]


def test_a_place_names_file_line_and_class(tmp_path: Path) -> None:
    assert str(found_in(tmp_path, "\nclass A:\n  def f(self): ...\n")[1]) == "exhibit/a.py:3 A.f"


def test_only_public_classes_share_a_name(tmp_path: Path) -> None:
    write_package(
        tmp_path, {"a.py": "class A: ...\nclass _B: ...\nclass C: ...", "b.py": "class A: ...\nclass _B: ..."}
    )
    shared = shared_class_names(definitions(read_modules(tmp_path, "exhibit")))
    assert {name: [str(one) for one in same] for name, same in shared.items()} == {
        "A": ["exhibit/a.py:1 A", "exhibit/b.py:1 A"]
    }


def test_private_one_word_names_are_counted_apart(tmp_path: Path) -> None:
    found = found_in(tmp_path, "class Row: ...\nclass SearchRow: ...\nclass _Row: ...\n")
    assert [one.name for one in one_word_classes(found, public=True)] == ["Row"]
    assert [one.name for one in one_word_classes(found, public=False)] == ["_Row"]


def test_modules_and_packages_shadow_standard_ones(tmp_path: Path) -> None:
    write_package(
        tmp_path, {"ui/typing.py": "", "json/__init__.py": "", "__init__.py": "", "codec.py": "", "__main__.py": ""}
    )
    shadowing = shadowing_modules(read_modules(tmp_path, "exhibit"))
    assert [str(module.path) for module in shadowing] == ["exhibit/json/__init__.py", "exhibit/ui/typing.py"]


def test_a_function_is_measured_without_its_decorators(tmp_path: Path) -> None:
    source = "@cache\n@other\ndef f():\n  '''Says.'''\n\n  return (\n    1)\n"
    assert [line_count(one) for one in functions(found_in(tmp_path, source))] == [5]


@pytest.mark.parametrize(("lines", "long"), [(40, []), (41, ["f"])])
def test_more_than_40_lines_are_too_long(lines: int, long: list[str], tmp_path: Path) -> None:
    source = "def f():\n" + "  pass\n" * (lines - 1)
    assert [one.name for one in long_functions(found_in(tmp_path, source))] == long


@pytest.mark.parametrize(
    ("source", "typed"),
    [
        ("def f(a: int, *, b: int) -> int: ...", True),
        ("def f(a: int, *, b) -> int: ...", False),
        ("def f(a, /) -> int: ...", False),
        ("def f(*a) -> int: ...", False),
        ("def f(**a) -> int: ...", False),
        ("def f(): ...", False),
        ("def f() -> None: ...", True),
        ("class A:\n def f(self) -> None: ...", True),
        ("class A:\n def f(self, a) -> None: ...", False),
        ("class A:\n @staticmethod\n def f(a) -> None: ...", False),
    ],
)
def test_every_parameter_and_the_result_need_a_type(source: str, typed: bool, tmp_path: Path) -> None:
    assert [is_typed(one) for one in functions(found_in(tmp_path, source))] == [typed]


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("def f(): ...", ["f"]),
        ("def _f(): ...", []),
        ("class A: ...", ["A"]),
        ("class A:\n 'Doc.'\n def __len__(self): ...\n def _f(self): ...", []),
        ("class A:\n 'Doc.'\n def f(self):\n  def g(): ...", ["A.f"]),
        ("class A:\n 'Doc.'\n @override\n def f(self): ...", []),
        ("class A:\n 'Doc.'\n @typing.override\n def f(self): ...", []),
        ("class A:\n 'Doc.'\n @property\n def f(self): ...", ["A.f"]),
        ("class A:\n 'Doc.'\n @f.setter\n def f(self, value): ...", []),
        ("@overload\ndef f(a: int): ...", []),
    ],
)
def test_public_things_need_a_docstring(source: str, missing: list[str], tmp_path: Path) -> None:
    assert missing_in(tmp_path, source) == missing


@pytest.mark.parametrize(
    ("method", "missing"),
    [
        ("def sizeHint(self): ...", []),
        ("def event(self, event): ...", []),
        ("def hint(self): ...", ["A.hint"]),
    ],
)
def test_an_override_of_qt_needs_none(method: str, missing: list[str], tmp_path: Path) -> None:
    assert missing_in(tmp_path, f"class A(QWidget):\n 'Doc.'\n {method}") == missing
    assert missing_in(tmp_path, f"class B(QtWidgets.QWidget):\n 'Doc.'\nclass A(B):\n 'Doc.'\n {method}") == missing


@pytest.mark.parametrize(("base", "missing"), [("def f(self): 'Doc.'", []), ("def f(self): ...", ["A.f"])])
def test_an_override_of_the_package_needs_a_documented_base(base: str, missing: list[str], tmp_path: Path) -> None:
    source = f"class _Base:\n {base}\nclass _Middle(_Base): ...\nclass A(_Middle):\n 'Doc.'\n def f(self): ..."
    assert missing_in(tmp_path, source) == missing


PROTOCOL = (
    "class P(Protocol):\n 'Doc.'\n @property\n def size(self): 'Doc.'\n def f(self, a): 'Doc.'\n def g(self): 'Doc.'\n"
)


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("class A(P):\n 'Doc.'\n def f(self, a): ...", []),
        ("class A:\n 'Doc.'\n def f(self, a): ...\n def g(self): ...", []),
        ("class A:\n 'Doc.'\n def f(self, a): ...\n def g(self): ...\n def h(self): ...", ["A.h"]),
        ("class A:\n 'Doc.'\n def f(self, b): ...\n def g(self): ...", ["A.f", "A.g"]),
        ("class A:\n 'Doc.'\n def f(self, a): ...", ["A.f"]),
        ("class A:\n 'Doc.'\n def size(self): ...", ["A.size"]),
    ],
)
def test_a_class_with_all_methods_of_a_protocol_inherits_their_docstrings(
    source: str, missing: list[str], tmp_path: Path
) -> None:
    assert missing_in(tmp_path, PROTOCOL + source) == missing


def test_a_protocol_documents_its_own_members(tmp_path: Path) -> None:
    assert missing_in(tmp_path, "class P(Protocol):\n 'Doc.'\n def f(self): ...") == ["P.f"]


def test_a_protocol_of_properties_alone_is_implemented_only_by_name(tmp_path: Path) -> None:
    protocol = "class P(Protocol):\n 'Doc.'\n @property\n def f(self): 'Doc.'\n"
    assert missing_in(tmp_path, protocol + "class A:\n 'Doc.'\n def f(self): ...") == ["A.f"]
    assert missing_in(tmp_path, protocol + "class A(P):\n 'Doc.'\n def f(self): ...") == []


def test_a_module_needs_a_docstring_and_everything_is_counted(tmp_path: Path) -> None:
    write_package(tmp_path, {"a.py": "def f(): 'Doc.'\ndef g(): ...\n", "b.py": DOCUMENTED})
    check = check_docstrings(read_modules(tmp_path, "exhibit"))
    assert check == (4, ["exhibit/a.py:1 the module", "exhibit/a.py:2 g"])

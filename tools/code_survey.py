"""Reads the modules, classes and functions of a package with `ast`, and the rules their names and docstrings follow."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

ROOT: Final = Path(__file__).parent.parent
FUNCTION_LINES_LIMIT: Final = 40
ONE_WORD_LIMIT: Final = 0.15
"""The largest share of public classes whose name may be one word."""

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")
_INHERITING: Final = {"override", "overload", "setter", "deleter"}
"""Decorators of a function that is documented elsewhere."""
_PROPERTIES: Final = {"property", "cached_property"}
_QT_MODULES: Final = (QtCore, QtGui, QtWidgets)

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
DefinitionNode = FunctionNode | ast.ClassDef
Methods = dict[str, tuple[str, ...]]
"""The methods of a class: the parameter names by method name."""


class SourceModule(NamedTuple):
    """A module with its path from the root and its lines."""

    path: Path
    lines: Sequence[str]
    tree: ast.Module


class CodeDefinition(NamedTuple):
    """A class or function, at any depth; `owner` is the class directly around it."""

    module: SourceModule
    node: DefinitionNode
    owner: ast.ClassDef | None
    name: str
    is_public: bool

    def __str__(self) -> str:
        return f"{self.module.path}:{self.node.lineno} {self.name}"


class DocstringCheck(NamedTuple):
    """How many public things need a docstring, and the places of those without one."""

    needed: int
    missing: Sequence[str]


def read_modules(root: Path, package: str) -> list[SourceModule]:
    """All modules of a package, ordered by path."""
    return [_read_module(root, path) for path in sorted((root / package).rglob("*.py"))]


def definitions(modules: Iterable[SourceModule]) -> list[CodeDefinition]:
    """All classes and functions, in the order of the source.

    A name is public if neither it nor anything around it starts with an underscore, and no function is around it.
    """
    return [found for module in modules for found in _inside(module, module.tree, None, "", True)]


def classes(found: Iterable[CodeDefinition], *, public: bool) -> list[CodeDefinition]:
    """The public classes, or the others."""
    return [one for one in found if isinstance(one.node, ast.ClassDef) and one.is_public == public]


def functions(found: Iterable[CodeDefinition]) -> list[CodeDefinition]:
    """Functions and methods, also nested ones."""
    return [one for one in found if isinstance(one.node, FunctionNode)]


def line_count(function: CodeDefinition) -> int:
    """Lines from `def` to the last statement: with the docstring, without decorators."""
    return (function.node.end_lineno or function.node.lineno) - function.node.lineno + 1


def long_functions(found: Iterable[CodeDefinition]) -> list[CodeDefinition]:
    """Functions longer than FUNCTION_LINES_LIMIT."""
    return [one for one in functions(found) if line_count(one) > FUNCTION_LINES_LIMIT]


def is_one_word(name: str) -> bool:
    """True if a class name, without leading underscores, is a single CamelCase word, such as `Row` or `SVG`."""
    return len(_WORD.findall(name.lstrip("_"))) == 1


def one_word_classes(found: Iterable[CodeDefinition], *, public: bool) -> list[CodeDefinition]:
    """The classes whose name is one word."""
    return [one for one in classes(found, public=public) if is_one_word(one.node.name)]


def shared_class_names(found: Iterable[CodeDefinition]) -> dict[str, list[CodeDefinition]]:
    """The names that more than one public class has."""
    public = classes(found, public=True)
    counts = Counter(one.node.name for one in public)
    return {name: [one for one in public if one.node.name == name] for name, count in counts.items() if count > 1}


def shadowing_modules(modules: Iterable[SourceModule]) -> list[SourceModule]:
    """Modules and packages that have the name of a module of the standard library."""
    return [module for module in modules if _module_name(module.path) in sys.stdlib_module_names]


def is_typed(function: CodeDefinition) -> bool:
    """True if every parameter but `self` or `cls`, and the result, has a type."""
    assert isinstance(function.node, FunctionNode)
    arguments = function.node.args
    parameters = [*arguments.posonlyargs, *arguments.args]
    if function.owner and "staticmethod" not in _decorators(function.node):
        parameters = parameters[1:]
    starred = [one for one in (arguments.vararg, arguments.kwarg) if one]
    every = [*parameters, *arguments.kwonlyargs, *starred]
    return function.node.returns is not None and all(one.annotation for one in every)


def check_docstrings(modules: Sequence[SourceModule]) -> DocstringCheck:
    """Looks for the docstrings of all modules and of public classes, functions and methods.

    A function needs none where it inherits one:

    - it overrides a method of Qt, or a documented method of a base class in the package, with `@override` or without;
    - it is a member of a class that implements a Protocol of the package: the class names the Protocol as a base, or
      has all its methods with the same parameter names (its properties may be plain attributes of the class);
    - it is an `@overload`, or the setter of a property.

    Dunder methods need none.
    """
    found = definitions(modules)
    inherited = InheritedDocstrings(found)
    needing = [one for one in found if one.is_public and not inherited.covers(one)]
    undocumented = [str(one) for one in needing if not ast.get_docstring(one.node)]
    bare = [f"{module.path}:1 the module" for module in modules if not ast.get_docstring(module.tree)]
    return DocstringCheck(len(modules) + len(needing), [*bare, *undocumented])


class InheritedDocstrings:
    """Finds out which functions inherit their docstring; bases are looked up by their name alone."""

    def __init__(self, found: Iterable[CodeDefinition]) -> None:
        nodes = [one.node for one in found if isinstance(one.node, ast.ClassDef)]
        self._classes = {node.name: node for node in nodes}
        self._protocols = [node for node in nodes if "Protocol" in _bases(node)]

    def covers(self, one: CodeDefinition) -> bool:
        """True if a definition inherits its docstring; a class never does."""
        if isinstance(one.node, ast.ClassDef):
            return False
        if _decorators(one.node) & _INHERITING:
            return True
        owner, name = one.owner, one.node.name
        return owner is not None and (self._is_promised(owner, name) or self._is_documented_above(owner, name))

    def _is_promised(self, owner: ast.ClassDef, name: str) -> bool:
        """True if a Protocol that the class implements has the method."""
        bases = _bases(owner)
        if "Protocol" in bases:
            return False
        own = _methods(owner)
        return any(
            name in _members(protocol) and (protocol.name in bases or _has_all(own, _methods(protocol)))
            for protocol in self._protocols
        )

    def _is_documented_above(self, owner: ast.ClassDef, name: str) -> bool:
        """True if a base of the class documents the method."""
        return any(self._documents(base, name) for base in _bases(owner) - {owner.name})

    def _documents(self, class_name: str, name: str) -> bool:
        node = self._classes.get(class_name)
        if node is None:
            return any(hasattr(getattr(module, class_name, None), name) for module in _QT_MODULES)
        own = _members(node).get(name)
        return (own is not None and bool(ast.get_docstring(own))) or self._is_documented_above(node, name)


def _read_module(root: Path, path: Path) -> SourceModule:
    source = path.read_text(encoding="utf-8")
    return SourceModule(path.relative_to(root), source.splitlines(), ast.parse(source))


def _inside(
    module: SourceModule, parent: ast.AST, owner: ast.ClassDef | None, prefix: str, public: bool
) -> Iterator[CodeDefinition]:
    for child in ast.iter_child_nodes(parent):
        if not isinstance(child, DefinitionNode):
            yield from _inside(module, child, owner, prefix, public)
            continue
        name, is_public = prefix + child.name, public and not child.name.startswith("_")
        yield CodeDefinition(module, child, owner, name, is_public)
        if isinstance(child, ast.ClassDef):
            yield from _inside(module, child, child, f"{name}.", is_public)
        else:
            yield from _inside(module, child, None, f"{name}.", False)


def _module_name(path: Path) -> str:
    return path.parent.name if path.name == "__init__.py" else path.stem


def _decorators(node: DefinitionNode) -> set[str]:
    """The last part of each decorator's name."""
    return {re.sub(r"\(.*", "", ast.unparse(one), flags=re.DOTALL).rpartition(".")[2] for one in node.decorator_list}


def _bases(node: ast.ClassDef) -> set[str]:
    return {re.sub(r"\[.*", "", ast.unparse(one)).rpartition(".")[2] for one in node.bases}


def _members(node: ast.ClassDef) -> dict[str, FunctionNode]:
    return {one.name: one for one in node.body if isinstance(one, FunctionNode)}


def _methods(node: ast.ClassDef) -> Methods:
    """The members that are no properties."""
    methods = (one for one in _members(node).values() if not _decorators(one) & _PROPERTIES)
    return {one.name: tuple(each.arg for each in (*one.args.args, *one.args.kwonlyargs)) for one in methods}


def _has_all(own: Methods, wanted: Methods) -> bool:
    return bool(wanted) and wanted.items() <= own.items()

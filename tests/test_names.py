"""Names, docstrings and the length of functions in exhibit/, by the rules of tools/code_survey.py."""

from collections.abc import Iterable
from typing import Final

from tools.code_survey import (
    FUNCTION_LINES_LIMIT,
    ONE_WORD_LIMIT,
    ROOT,
    check_docstrings,
    classes,
    definitions,
    long_functions,
    one_word_classes,
    read_modules,
    shadowing_modules,
    shared_class_names,
)

MODULES: Final = read_modules(ROOT, "exhibit")
FOUND: Final = definitions(MODULES)


def listed(head: str, problems: Iterable[str]) -> str:
    """A failed test's message: a sentence, and a line for each problem."""
    return "\n  ".join([head, *problems])


def test_the_package_is_read() -> None:
    assert classes(FOUND, public=True)


def test_no_two_public_classes_share_a_name() -> None:
    shared = [str(each) for same in shared_class_names(FOUND).values() for each in same]
    assert not shared, listed("These public classes share a name; let each name say its feature:", shared)


def test_few_public_class_names_are_one_word() -> None:
    short = [str(one) for one in one_word_classes(FOUND, public=True)]
    every = classes(FOUND, public=True)
    head = f"{len(short)} of {len(every)} public class names are one word; at most {ONE_WORD_LIMIT:.0%} may be:"
    assert len(short) <= ONE_WORD_LIMIT * len(every), listed(head, short)


def test_no_module_has_the_name_of_a_standard_one() -> None:
    shadowing = [str(module.path) for module in shadowing_modules(MODULES)]
    assert not shadowing, listed("These modules have the name of a module of the standard library:", shadowing)


def test_everything_public_has_a_docstring() -> None:
    missing = check_docstrings(MODULES).missing
    assert not missing, listed(f"{len(missing)} public things have no docstring:", missing)


def test_no_function_is_too_long() -> None:
    too_long = [str(one) for one in long_functions(FOUND)]
    assert not too_long, listed(f"These functions have more than {FUNCTION_LINES_LIMIT} lines:", too_long)

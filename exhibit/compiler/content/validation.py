"""Reads a YAML tree as one of the declarations of schema.py; reports what does not fit, with its line."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from exhibit.compiler.content.files import ID, ID_ADVICE, ContentFiles, read_source
from exhibit.compiler.content.yaml_tree import (
    MappingNode,
    ScalarNode,
    TreeNode,
    TreePath,
    line_of,
    plain_value,
    read_yaml,
)
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_ENTRIES

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class LocatedValue(Generic[M]):
    """A declared value and where each part of it was written."""

    value: M
    file: str
    node: TreeNode

    def where(self, *steps: str | int) -> ProblemPlace:
        """The file and line of a part, named by keys and list indexes."""
        return ProblemPlace(self.file, line_of(self.node, steps))

    def written(self, key: str) -> str:
        """A key's value as it was written; null where it says nothing."""
        node = self.node.get(key) if isinstance(self.node, MappingNode) else None
        return node.text or "null" if isinstance(node, ScalarNode) else "null"


def read_declared(model: type[M], node: TreeNode, file: str, problems: ProblemList) -> LocatedValue[M] | None:
    """The node as a `model`, or None with a problem for each mistake."""
    try:
        return LocatedValue(model.model_validate(plain_value(node)), file, node)
    except ValidationError as error:
        details = error.errors(include_url=False)
        wrong = {
            detail["loc"][: len(detail["loc"]) - back] for detail in details for back in range(1, len(detail["loc"]))
        }
        for detail in details:
            if detail["type"] == "too_short" and detail["loc"] in wrong:
                continue  # pydantic counts only the valid entries
            steps = tuple(step for step in detail["loc"] if step != "[key]")
            problems.error(ProblemPlace(file, line_of(node, steps)), _message(model, node, steps, detail))
        return None


def read_tree(sources: ContentFiles, name: str, problems: ProblemList) -> MappingNode | None:
    """The mapping in a file of the folder, or None if the file is missing or wrong."""
    text = read_source(sources.folder, name, problems) if sources.has(name) else None
    return None if text is None else read_yaml(text, name, problems)


def read_each(
    model: type[M], table: MappingNode | None, file: str, problems: ProblemList, limit: int = MAX_ENTRIES
) -> dict[str, LocatedValue[M] | None]:
    """Every value of a mapping by its id, None for a wrong one; reports more than `limit` entries."""
    found: dict[str, LocatedValue[M] | None] = {}
    pairs = table.pairs if table else ()
    if len(pairs) > limit:
        message = f"there are {len(pairs):,} entries, more than {limit:,}; delete some"
        problems.error(ProblemPlace(file, pairs[limit][0].line), message)
    for key, node in pairs[:MAX_ENTRIES]:
        if not ID.fullmatch(key.text):
            problems.error(ProblemPlace(file, key.line), f"`{key.text}` is no id; {ID_ADVICE}")
        declared = read_declared(model, _headed(key, node), file, problems)
        found[key.text] = declared if ID.fullmatch(key.text) else None
    return found


def _headed(key: ScalarNode, node: TreeNode) -> TreeNode:
    """The node with the line of its key, where missing keys are reported."""
    return MappingNode(node.pairs, key.line) if isinstance(node, MappingNode) else node


def _message(model: type[BaseModel], node: TreeNode, steps: TreePath, detail: ErrorDetails) -> str:
    name = ".".join(map(str, steps)) or "this entry"
    context: dict[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"`{name}` is missing; add it"
        case "extra_forbidden":
            return f"`{name}` is no key here; {_nearest(model, steps)}"
        case "string_pattern_mismatch":
            return f"`{name}` {_pattern_advice(str(context.get('pattern')), detail['input'])}"
        case "value_error" if not steps:
            return f"this entry {context['error']}"
        case "value_error":
            return f"`{name}` {context['error']}, not {_shown(detail['input'])}"
        case "literal_error":
            return f"`{name}` must be {context['expected']}, not {_shown(detail['input'])}"
        case "string_type":
            return f"`{name}` must be a text, not {_shown(detail['input'])}"
        case "dict_type" | "model_type":
            return f"`{name}` must hold keys and values, not {_shown(detail['input'])}"
        case "string_too_short":
            return f"`{name}` is empty; write it{', or null' if _may_be_null(model, steps) else ''}"
        case "too_short":
            return f"`{name}` has too few entries; add what is missing"
        case "too_long":
            return f"`{name}` has more than {context['max_length']:,} entries; delete some"
        case "string_too_long":
            return f"`{name}` is longer than {context['max_length']} characters; shorten it"
        case _:
            return f"`{name}` does not fit: {detail['msg'].lower()}; correct it"


def _pattern_advice(pattern: str, value: Any) -> str:
    if "\\n" in pattern:
        return "must be one line; join its lines"
    if pattern.count("[a-z]") == 2 and not pattern.endswith("?$"):
        return f"must be the full name of a figure, ARTICLE.ID, not {_shown(value)}"
    if "{64}" in pattern:
        return "must be 64 hexadecimal digits, as sha256sum prints them"
    return f"is {_shown(value)}, which is no id; {ID_ADVICE}"


def _nearest(model: type[BaseModel], steps: TreePath) -> str:
    known = _keys_at(model, steps[:-1])
    close = get_close_matches(str(steps[-1]), known, 1)
    return f"did you mean `{close[0]}`?" if close else f"the keys are {', '.join(known)}"


def _keys_at(model: type[BaseModel], steps: TreePath) -> list[str]:
    """The keys of the declaration that `steps` lead to."""
    here: Any = model
    for step in steps:
        fields = getattr(here, "model_fields", {})
        here = fields[step].annotation if step in fields else here
        here = next((part for part in _parts(here) if hasattr(part, "model_fields")), here)
    return list(getattr(here, "model_fields", {}))


def _may_be_null(model: type[BaseModel], steps: TreePath) -> bool:
    """Whether the declaration allows null where `steps` lead."""
    here: Any = model
    for step in steps:
        field = getattr(here, "model_fields", {}).get(step)
        if field is None:
            return False
        parts = _parts(field.annotation)
        here = next((part for part in parts if hasattr(part, "model_fields")), None)
    return bool(steps) and type(None) in parts


def _parts(annotation: Any) -> list[Any]:
    """The types that an annotation consists of."""
    inner = getattr(annotation, "__args__", ())
    return [annotation, *(part for one in inner for part in _parts(one))]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else f"`{value}`"[:60]

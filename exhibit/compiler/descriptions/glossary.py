"""Compiles the glossary: the forms to look for in the texts, and its entries."""

from collections.abc import Iterable, Iterator, Mapping

from exhibit.compiler.article.terms import TermLexicon
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.schema import TermEntry
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.compiler.scripts.converter import LengthError, ScriptConverter
from exhibit.model.term import Term
from exhibit.model.text import Script

TermEntries = Mapping[str, LocatedValue[TermEntry] | None]


def make_lexicon(
    entries: TermEntries, names: Iterable[str], script: Script, converter: ScriptConverter, problems: ProblemList
) -> TermLexicon:
    """The forms to find in the texts; reports a form of two terms."""

    def hans(written: str) -> str:
        try:
            return converter.text(written, script).hans
        except LengthError:  # reported where the string is converted
            return written

    forms: dict[str, str] = {}
    for key, written, where in _forms(entries):
        form = hans(written)
        if form in forms:
            problems.error(where, f"`{written}` is a form of the term `{forms[form]}` already; delete one")
        forms.setdefault(form, key)
    return TermLexicon.of(forms, tuple(map(hans, names)))


def compile_terms(entries: TermEntries, context: BuildContext) -> tuple[Term, ...]:
    """The entries in the editor's order; warns of one that no article holds."""
    _check_forms(entries, context)
    return tuple(_term(key, entry, entries, context) for key, entry in entries.items() if entry)


def _forms(entries: TermEntries) -> Iterator[tuple[str, str, ProblemPlace]]:
    for key, entry in entries.items():
        if entry:
            yield key, entry.value.term, entry.where("term")
            for number, variant in enumerate(entry.value.variants):
                yield key, variant, entry.where("variants", number)


def _term(key: str, entry: LocatedValue[TermEntry], entries: TermEntries, context: BuildContext) -> Term:
    value = entry.value
    for number, other in enumerate(value.see):
        if other not in entries or other == key:
            what = "the term itself" if other == key else "no term of the glossary"
            context.problems.error(entry.where("see", number), f"`see` names `{other}`, which is {what}; correct it")
    variants = tuple(context.text(one, entry.where("variants", place)) for place, one in enumerate(value.variants))
    term, text = context.text(value.term, entry.where("term")), context.text(value.text, entry.where("text"))
    return Term(key, term, variants, text, value.see)


def _check_forms(entries: TermEntries, context: BuildContext) -> None:
    if not context.index.is_complete:
        return
    found = context.index.forms
    terms = {term for form, term in context.rules.lexicon.forms if form in found}
    for key, written, where in _forms(entries):
        entry = entries[key]
        if key not in terms and entry and written == entry.value.term:
            message = f"the term `{written}` stands in no paragraph of an article; delete it, or add how it is written"
            context.problems.warning(where, message)
        elif key in terms and entry and written in entry.value.variants and _hans(written, context) not in found:
            message = f"`{written}` stands in no paragraph of an article, or only inside a longer term; delete it"
            context.problems.warning(where, message)


def _hans(written: str, context: BuildContext) -> str:
    try:
        return context.rules.converter.text(written, context.rules.script).hans
    except LengthError:
        return written

"""A package that finds by looking at everything: what the views of the search are tested with, whatever the engine."""

from collections.abc import Iterator, Sequence

from exhibit.model.search import Completion, Cursor, Found, Group, Hit, Kind, Offer, Place, Query
from exhibit.model.text import Script, Text
from exhibit.package.reader import PackageReader
from exhibit.package.walk import all_articles

SOUNDS = {"cg": "长街", "shuhua": "书画", "e": "east国门区", "ea": "east国门区"}


class LookingPackage(PackageReader):
    """Finds in regions, titles, headings, figures and texts; its pinyin is a small table."""

    def search(self, query: Query, count: int = 8) -> Found:
        groups = tuple(group for kind in query.kinds if (group := self.hits(query, kind, None, count)).hits)
        shorter = Query(query.text[:-1], query.script)
        offers = (Offer("shorter", shorter),) if not groups and len(query.text) > 1 else ()
        return Found(query, groups, offers)

    def hits(self, query: Query, kind: Kind, after: Cursor | None = None, count: int = 50) -> Group:
        found = [hit for hit in self._all_hits(query) if hit.kind == kind]
        start = after[0] if after else 0
        end = start + count
        return Group(kind, tuple(found[start:end]), (end,) if end < len(found) else None)

    def complete(self, text: str, script: Script, count: int = 8) -> Sequence[Completion]:
        wanted = SOUNDS.get(text.lower(), text)
        names = [(region.name, "region", region.id) for region in self.regions()]
        names += [(term.term, "term", term.id) for term in self.terms()]
        names.append((Text("长街", "長街"), "text", ""))
        found = [
            Completion(name, kind, id, "script", Place(at, at + len(wanted)))  # type: ignore[arg-type]  # rows of literals
            for name, kind, id in names
            if wanted and (at := name.in_(script).find(wanted)) >= 0
        ]
        return found[:count]

    def _all_hits(self, query: Query) -> Iterator[Hit]:
        wanted = query.text.strip()
        for region in self.regions():
            yield from _met("region", region.id, (None, None, None), region.name, wanted)
        for article in all_articles(self):
            if query.region not in (None, article.region):
                continue
            edition = article.editions[0]
            yield from _met("title", article.id, (article.id, edition.id, None), edition.title, wanted)
            for block in self.body(article.id, edition.id).blocks:
                kind: Kind = "heading" if block.kind == "heading" else "text"
                yield from _met(kind, block.id, (article.id, edition.id, block.id), block.text, wanted)
            for metric in self.metrics(article=article.id):
                proof = metric.evidence[0]
                yield from _met("metric", metric.id, (article.id, edition.id, proof.block), metric.label, wanted)


Where = tuple[str | None, str | None, str | None]


def _met(kind: Kind, id: str, where: Where, text: Text, wanted: str) -> Iterator[Hit]:
    found: list[Place] = []
    for script in (text.hans, text.hant):
        at = script.find(wanted) if wanted else -1
        while at >= 0 and not found:
            found += [Place(at, at + len(wanted))]
            while (at := script.find(wanted, at + 1)) >= 0:
                found.append(Place(at, at + len(wanted)))
    if found:
        yield Hit(kind, id, *where, found[0], tuple(found), text, found[0], "script")

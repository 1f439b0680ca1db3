"""Keeps compiled articles from one build to the next, so that only what changed is compiled again."""

import hashlib
import os
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from exhibit.compiler.article.compile_article import ArticleContext, CompiledArticle, compile_article
from exhibit.compiler.content.files import ArticleFiles
from exhibit.package.codec import DecodeError, from_json, to_json

_OUTLINE: Final = 0
_WHOLE: Final = 1
"""The lines of a kept article."""


class ArticleCache:
    """The articles of a folder, each compiled once; kept in `cache`, or in memory where there is none."""

    def __init__(self, folder: Path, vocabulary: ArticleContext, cache: Path | None) -> None:
        self._folder, self._vocabulary, self._cache = folder, vocabulary, cache
        self._base = _fingerprint(vocabulary)
        self._memory: dict[str, CompiledArticle] = {}
        self._used: set[str] = set()

    def whole(self, files: ArticleFiles) -> CompiledArticle:
        """An article with its texts, compiled now or before."""
        return self._get(files, _WHOLE)

    def outline(self, files: ArticleFiles) -> CompiledArticle:
        """An article without its texts and sentences: a tenth of the work where it was compiled before."""
        return self._get(files, _OUTLINE)

    def _get(self, files: ArticleFiles, part: int) -> CompiledArticle:
        key = self._key(files)
        self._used.add(key)
        draft = self._kept(key, part)
        if draft is None:
            draft, _ = compile_article(self._folder, files, self._vocabulary)
            self._keep(key, draft)
        return draft

    def forget_others(self) -> None:
        """Removes from the cache what this build did not use."""
        if self._cache:
            with suppress(OSError):
                for file in self._cache.glob("article-*.json"):
                    if file.stem not in self._used:
                        file.unlink(missing_ok=True)

    def _key(self, files: ArticleFiles) -> str:
        digest = hashlib.sha256(self._base)
        for name in (*files.editions, files.metrics):
            digest.update(f"\0{name}\0".encode())
            with suppress(OSError):
                digest.update((self._folder / name).read_bytes() if name else b"")
        return f"article-{files.id}-{digest.hexdigest()[:32]}"

    def _kept(self, key: str, part: int) -> CompiledArticle | None:
        if self._cache is not None:
            path, wrong = self._cache / f"{key}.json", (OSError, DecodeError, UnicodeDecodeError, StopIteration)
            with suppress(*wrong), path.open(encoding="utf-8") as lines:
                return from_json(CompiledArticle, next(islice(lines, part, None)))
        return self._memory.get(key)

    def _keep(self, key: str, draft: CompiledArticle) -> None:
        if self._cache is not None:
            path = self._cache / f"{key}.json"
            part = path.with_name(f"{key}.{os.getpid()}.part")
            with suppress(OSError):
                self._cache.mkdir(parents=True, exist_ok=True)
                part.write_text(f"{to_json(_outlined(draft))}\n{to_json(draft)}\n", "utf-8", newline="")
                part.replace(path)
                return
        self._memory[key] = draft


def _outlined(draft: CompiledArticle) -> CompiledArticle:
    return draft._replace(bodies=(), metrics=tuple(one._replace(evidence=()) for one in draft.metrics))


def _fingerprint(vocabulary: ArticleContext) -> bytes:
    """Changes with all that an article's result depends on beside its own files, the compiler's code among it."""
    rules = vocabulary.converter.rules
    told = (
        vocabulary.editions, sorted(vocabulary.topics or ()), sorted(map(repr, vocabulary.units.items())),
        vocabulary.script, rules.traditional, rules.exchange_quotes, sorted(rules.exceptions.items()),
        vocabulary.glyphs.fingerprint(), vocabulary.lexicon,
    )  # fmt: skip
    code = Path(__file__).parents[2]
    parts = ("compiler/article", "compiler/content", "figures", "model")
    sources = [file.read_bytes() for part in parts for file in sorted((code / part).glob("*.py"))]
    return hashlib.sha256(repr(told).encode() + b"\0".join(sources)).digest()

"""Keeps compiled articles from one build to the next, so that only what changed is compiled again."""

import hashlib
import os
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from exhibit import __version__
from exhibit.compiler.article.compile_article import compile_article
from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.article.rules import ArticleRules
from exhibit.compiler.content.files import ArticleFiles
from exhibit.package.codec import DecodeError, from_json, to_json
from exhibit.package.format import FORMAT_VERSION

_OUTLINE: Final = 0
_WHOLE: Final = 1
"""The lines of a kept article."""


class ArticleCache:
    """The articles of a folder, each compiled once; kept in `cache`, or in memory where there is none."""

    def __init__(self, folder: Path, rules: ArticleRules, cache: Path | None) -> None:
        self._folder, self._rules, self._cache = folder, rules, cache
        self._base = _fingerprint(rules)
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
        article = self._kept(key, part)
        if article is None:
            article, _ = compile_article(self._folder, files, self._rules)
            self._keep(key, article)
        return article

    def remove_unused(self) -> None:
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

    def _keep(self, key: str, article: CompiledArticle) -> None:
        if self._cache is not None:
            path = self._cache / f"{key}.json"
            part = path.with_name(f"{key}.{os.getpid()}.part")
            with suppress(OSError):
                self._cache.mkdir(parents=True, exist_ok=True)
                part.write_text(f"{to_json(_outlined(article))}\n{to_json(article)}\n", "utf-8", newline="")
                part.replace(path)
                return
        self._memory[key] = article


def _outlined(article: CompiledArticle) -> CompiledArticle:
    return article._replace(bodies=(), metrics=tuple(one._replace(evidence=()) for one in article.metrics))


def _fingerprint(rules: ArticleRules) -> bytes:
    """Changes with the program's version, the format of packages and the rules."""
    return hashlib.sha256(f"{__version__} {FORMAT_VERSION}".encode() + rules.fingerprint()).digest()

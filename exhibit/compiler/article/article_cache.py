"""Compiles each article of a folder once, and keeps the result for the next build."""

import hashlib
from pathlib import Path
from typing import Final

from exhibit.compiler.article.compile_article import compile_article
from exhibit.compiler.article.compiled_article import CompiledArticle
from exhibit.compiler.article.parse import ArticleContent
from exhibit.compiler.article.rules import ArticleRules
from exhibit.compiler.build_cache import BuildCache
from exhibit.compiler.content.files import ArticleFiles
from exhibit.compiler.content.read_file import UnreadableFile, read_file
from exhibit.package.codec import DecodeError, from_json, to_json

_OUTLINE: Final = 0
_WHOLE: Final = 1
"""The lines of an entry of the cache."""


class ArticleCache:
    """Gives the compiled articles of a folder; keeps them in a BuildCache, or in memory if there is none."""

    def __init__(self, folder: Path, rules: ArticleRules, cache: BuildCache | None) -> None:
        self._folder, self._rules, self._cache = folder, rules, cache
        self._fingerprint = rules.fingerprint()
        self._memory: dict[str, CompiledArticle] = {}

    def whole(self, files: ArticleFiles) -> CompiledArticle:
        """An article with its texts."""
        return self._get(files, _WHOLE)

    def outline(self, files: ArticleFiles) -> CompiledArticle:
        """An article without texts and sentences: a tenth of the work if it was compiled before."""
        return self._get(files, _OUTLINE)

    def _get(self, files: ArticleFiles, line: int) -> CompiledArticle:
        contents = read_contents(self._folder, files)
        key = self._key(files, contents)
        article = self._memory.get(key) or self._kept(key, line)
        if article is None:
            article, _ = compile_article(files, contents, self._rules)
            self._keep(key, article)
        return article

    def _key(self, files: ArticleFiles, contents: ArticleContent) -> str:
        digest = hashlib.sha256(self._fingerprint)
        for name, content in contents.items():
            found = repr(content).encode() if isinstance(content, UnreadableFile) else b"=" + content
            digest.update(f"\0{name}\0{len(found)}\0".encode() + found)
        return f"article {files.id} {digest.hexdigest()}"

    def _kept(self, key: str, line: int) -> CompiledArticle | None:
        data = self._cache.get(key) if self._cache else None
        if data is None:
            return None
        try:
            return from_json(CompiledArticle, data.decode("utf-8").split("\n")[line])
        except (DecodeError, UnicodeDecodeError, IndexError):
            return None

    def _keep(self, key: str, article: CompiledArticle) -> None:
        lines = f"{to_json(_outlined(article))}\n{to_json(article)}".encode()
        if self._cache is None or not self._cache.put(key, lines):
            self._memory[key] = article


def read_contents(folder: Path, files: ArticleFiles) -> ArticleContent:
    """Reads all files of an article."""
    names = (*files.editions, files.metrics) if files.metrics else files.editions
    return {name: read_file(folder, name) for name in names if name}


def _outlined(article: CompiledArticle) -> CompiledArticle:
    return article._replace(bodies=(), metrics=tuple(one._replace(evidence=()) for one in article.metrics))

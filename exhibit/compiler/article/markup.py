"""Parses the Markdown of an article to headings, paragraphs, notes and marks; reports everything else."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from exhibit.compiler.content.east_asian_width import joined
from exhibit.compiler.content.files import ID
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.article import BlockKind
from exhibit.model.limits import MAX_LINE, MAX_MARK

_PARSER: Final = (
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["lheading", "reference", "entity"])
)
_ATTRIBUTES: Final = re.compile(r"\s*\{([^{}]*)\}\s*$")
_ALMOST: Final = re.compile(r"\]\s*[（(]|［|］|[（(]#")
_ENTITY: Final = re.compile(r"&(#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\[!-/:-@\[\]-`{-~\n]")
"""A backslash that Markdown removes, with the character behind it."""
_LEFT_OVERS: Final = {
    "a footnote": re.compile(r"\[\^[^\]\s]{1,40}\]"),
    "a link to a reference": re.compile(r"\]\[[^\]]{0,80}\]"),
    "a link of a wiki": re.compile(r"\[\[|\]\]"),
    "the name of a picture sign": re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", re.ASCII),
    "the line under a heading": re.compile(r"^\s*={3,}\s*$"),
    "a highlight": re.compile(r"==[^=\s][^=]*=="),
    "a superscript": re.compile(r"\^[^\s^]{1,20}\^"),
    "a formula": re.compile(r"\$[^$\s][^$]*[\\^_{][^$]*\$"),
    "italics": re.compile(r"(?<![A-Za-z0-9_])_[^_\s][^_]*_(?![A-Za-z0-9_])"),
    "a reading beside a character": re.compile(r"\{[^{}|]+\|[^{}]*\}"),
    "a container": re.compile(r"^\s*:{3,}"),
}
"""Syntax of other kinds of Markdown, which a visitor would see as it was typed."""
_REFUSED: Final = {
    "bullet_list_open": "a list", "ordered_list_open": "a list", "fence": "a code block", "code_block": "a code block",
    "html_block": "HTML", "html_inline": "HTML", "table_open": "a table", "hr": "a rule", "code_inline": "code",
    "strong_open": "bold", "em_open": "italics", "s_open": "crossed-out text", "image": "a picture",
}  # fmt: skip
_ADVICE: Final = {
    "a list": "write the points as paragraphs or as one sentence",
    "a code block": "begin the line without blanks or back-ticks",
    "a table": "tell it in sentences, and its numbers as figures",
    "a rule": "begin a section with `##` instead",
    "a picture": "pictures have no place in the text",
}


class WrittenMark(NamedTuple):
    """A marked range of a block, in code points; `target` as written."""

    start: int
    end: int
    target: str
    line: int


class WrittenBlock(NamedTuple):
    """A block in the script it was written in."""

    id: str
    kind: BlockKind
    section: str
    text: str
    line: int
    marks: tuple[WrittenMark, ...] = ()


class WrittenSection(NamedTuple):
    """A section's heading."""

    id: str
    title: str
    topic: str
    line: int


class ParsedText(NamedTuple):
    """The text of an edition as written."""

    sections: tuple[WrittenSection, ...]
    blocks: tuple[WrittenBlock, ...]


@dataclass(slots=True)
class _InlineParser:
    """The text and marks of a block as far as its tokens were read."""

    line: int
    text: str = ""
    marks: list[WrittenMark] = field(default_factory=list)
    open: tuple[int, str] | None = None


def read_markup(text: str, file: str, problems: ProblemList, first: int = 1) -> ParsedText:
    """The blocks of a text that begins on line `first` of its file."""
    return _BlockParser(file, first, problems).read(_PARSER.parse(text))


class _BlockParser:
    def __init__(self, file: str, first: int, problems: ProblemList) -> None:
        self._file, self._first, self._problems = file, first, problems
        self._sections: list[WrittenSection] = []
        self._blocks: list[WrittenBlock] = []
        self._numbers: dict[str, int] = {}

    def read(self, tokens: list[Token]) -> ParsedText:
        """Reads all blocks."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            line = self._first + (token.map[0] if token.map else 0)
            end = _closing(tokens, place)
            if token.type == "heading_open":
                self._heading(token, tokens[place + 1], line)
            elif token.type == "paragraph_open":
                self._block("paragraph", tokens[place + 1], line)
            elif token.type == "blockquote_open":
                self._note(tokens[place + 1 : end], line)
            else:
                self._refuse(token.type, line)
            place = end + 1
        self._check_ids()
        return ParsedText(tuple(self._sections), tuple(self._blocks))

    def _heading(self, token: Token, inline: Token, line: int) -> None:
        read = self._inline(inline, line)
        if token.tag != "h2":
            self._error(line, f"a heading of level {token.tag[1]}; only `##` is used, write two #")
        if read.marks:
            self._error(line, "a heading holds a mark; mark the figure in a paragraph")
        match = _ATTRIBUTES.search(read.text)
        key, topic = self._attributes(match.group(1) if match else None, line)
        title = read.text[: match.start()].strip() if match else read.text.strip()
        if len(title) > MAX_LINE:
            self._error(line, f"the heading has {len(title):,} characters, more than {MAX_LINE}; shorten it")
        if not title:
            self._error(line, "the heading has no title; write it between ## and {")
        if key in {section.id for section in self._sections}:
            self._error(line, f"a section `{key}` is there already; give this one another id")
        self._sections.append(WrittenSection(key, title, topic, line))
        self._blocks.append(WrittenBlock(key, "heading", key, title, line))

    def _attributes(self, text: str | None, line: int) -> tuple[str, str]:
        key, topic = f"line-{line}", ""
        if text is None:
            self._error(line, "the heading lacks its id and topic; end it with {#ID topic=TOPIC}")
            return key, topic
        for word in text.split():
            if word.startswith("#") and ID.fullmatch(word[1:]):
                key = word[1:]
            elif word.startswith(("topic=", "theme=")):  # `theme` in folders written for the first drafts
                topic = word.partition("=")[2]
            else:
                self._error(line, f"`{word}` has no place in {{#ID topic=TOPIC}}; correct it")
        if "#" not in text:
            self._error(line, "the heading has no id; write {#ID topic=TOPIC}")
        if not topic:
            self._error(line, "the heading has no topic; write {#ID topic=TOPIC}")
        return key, topic

    def _note(self, tokens: list[Token], line: int) -> None:
        for place, token in enumerate(tokens):
            here = self._first + token.map[0] if token.map else line
            if token.type == "paragraph_open":
                self._block("note", tokens[place + 1], here)
            elif token.nesting >= 0 and token.type != "inline":
                self._refuse(token.type, here)

    def _block(self, kind: BlockKind, inline: Token, line: int) -> None:
        read = self._inline(inline, line)
        if kind == "note" and read.marks:
            self._error(line, "a note holds a mark; mark the figure in a paragraph")
            read.marks.clear()
        if read.text:
            section = self._sections[-1].id if self._sections else ""
            number = self._numbers[section] = self._numbers.get(section, 0) + 1
            key = f"{section or '0'}-{number}"  # no section's id begins with a digit
            self._blocks.append(WrittenBlock(key, kind, section, read.text, line, tuple(read.marks)))

    def _inline(self, inline: Token, line: int) -> _InlineParser:
        read = _InlineParser(line)
        self._check_backslashes(inline.content, line)
        children = inline.children or []
        for place, token in enumerate(children):
            if token.type in ("softbreak", "hardbreak"):
                read.line += 1
                following = next((child.content for child in children[place + 1 :] if child.content), "")
                read.text = joined(read.text, following[:1])[: -1 if following else None]
            elif token.type == "text":
                self._text(token.content, read)
            elif token.type == "link_open":
                read.open = (len(read.text), str(token.attrGet("href") or ""))
            elif token.type == "link_close":
                self._mark(read)
            elif token.nesting >= 0:
                self._refuse(token.type, read.line)
                read.text += token.content if token.type == "code_inline" else ""
        return read

    def _check_backslashes(self, source: str, line: int) -> None:
        for match in _ESCAPE.finditer(source.replace("\\\\", "  ")):
            message = (
                f"the backslash of `{match[0].strip()}` is not shown; write `\\\\` for one that is, or leave it out"
            )
            self._warning(line + source.count("\n", 0, match.start()), message)

    def _text(self, text: str, read: _InlineParser) -> None:
        if match := _ALMOST.search(text):
            self._error(
                read.line, f"`{match.group()}` looks like a broken mark; write [number](#ID) with plain brackets"
            )
        if "**" in text:
            self._error(read.line, "`**` is not used in articles; write plain text")
        if "\t" in text:
            self._error(read.line, "a tab stands in the text; write a blank")
        if "  " in text.strip(" "):
            self._warning(read.line, "two blanks stand together; leave one, or none between Chinese characters")
        for kind, pattern in _LEFT_OVERS.items():
            if match := pattern.search(text):
                message = f"`{match[0].strip()[:40]}` looks like {kind} and would be shown as typed"
                self._warning(read.line, f"{message}; delete it or write plain text")
        if match := _ENTITY.search(text):
            self._error(read.line, f"`{match.group()}` is HTML; write the character itself")
        read.text += text

    def _mark(self, read: _InlineParser) -> None:
        start, target = read.open or (0, "")
        if not target.startswith("#"):
            self._error(read.line, f"a link to `{unquote(target)[:60]}`; only figures are linked, as [number](#ID)")
        elif start == len(read.text):
            self._error(read.line, f"the mark of `{target[1:]}` is empty; put the number between the brackets")
        else:
            if len(read.text) - start > MAX_MARK:
                message = f"the mark of `{target[1:][:60]}` holds more than {MAX_MARK} characters; mark number and unit"
                self._error(read.line, message)
                return
            read.marks.append(WrittenMark(start, len(read.text), unquote(target[1:]), read.line))

    def _refuse(self, kind: str, line: int) -> None:
        what = _REFUSED.get(kind, kind.removesuffix("_open"))
        self._error(line, f"{what} is not used in articles; {_ADVICE.get(what, 'write plain text')}")

    def _check_ids(self) -> None:
        taken = {block.id for block in self._blocks if block.kind != "heading"}
        for section in self._sections:
            if section.id in taken:
                self._error(
                    section.line,
                    f"the id `{section.id}` is a paragraph's of another section; give the section another id",
                )

    def _error(self, line: int, message: str) -> None:
        self._problems.error(ProblemPlace(self._file, line), message)

    def _warning(self, line: int, message: str) -> None:
        self._problems.warning(ProblemPlace(self._file, line), message)


def _closing(tokens: list[Token], place: int) -> int:
    """The index of the token that closes the block opened at `place`."""
    depth = 0
    for index in range(place, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1

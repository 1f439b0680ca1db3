"""`exhibit schema`: writes a JSON Schema for each kind of content file, for text editors that complete and check."""

import argparse
import json
import sys
from pathlib import Path

from exhibit.commands.content import printable
from exhibit.commands.names import file_name
from exhibit.commands.remedies import compiler_missing


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument("folder", type=file_name, metavar="DIR", help="where to write them")


def run(arguments: argparse.Namespace) -> int:
    """Returns the exit code: 0 if every schema was written."""
    try:
        from exhibit.compiler.content.schema import json_schemas
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    folder: Path = arguments.folder
    schemas = {folder / f"{name}.schema.json": schema for name, schema in json_schemas().items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, schema in schemas.items():
            _write(path, schema)
    except OSError as error:
        print(printable(f"exhibit: {folder} cannot be written: {error.strerror or error}"), file=sys.stderr)
        return 1
    print(*(printable(str(path)) for path in schemas), sep="\n")
    return 0


def _write(path: Path, schema: object) -> None:
    """Writes a schema whole or not at all."""
    part = path.with_suffix(".part")
    try:
        part.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""`exhibit schema`: writes a JSON Schema for each kind of content file, for text editors that complete and check."""

import argparse
import json
import sys
from pathlib import Path

from exhibit.commands.content import NO_COMPILER


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write them")


def run(arguments: argparse.Namespace) -> int:
    try:
        from exhibit.compiler.content.schema import json_schemas
    except ImportError as error:
        print(f"exhibit: {NO_COMPILER} ({error})", file=sys.stderr)
        return 1
    try:
        arguments.folder.mkdir(parents=True, exist_ok=True)
        for name, schema in json_schemas().items():
            path = arguments.folder / f"{name}.schema.json"
            path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
            print(path)
    except OSError as error:
        print(f"exhibit: {arguments.folder} cannot be written: {error.strerror or error}", file=sys.stderr)
        return 1
    return 0

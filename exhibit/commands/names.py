"""Names of files as they are given to the commands."""

import argparse
from pathlib import Path


def file_name(text: str) -> Path:
    """What a command is given for a file or a folder. Raises argparse.ArgumentTypeError."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty; give that of a file or folder")
    return Path(text)

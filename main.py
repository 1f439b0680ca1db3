"""Starts the exhibit."""

import sys

from exhibit.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["open", *sys.argv[1:]]))

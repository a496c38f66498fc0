"""The double-click door: `python -m reader` is the command `bulletin-reader`."""

from __future__ import annotations

import sys

from reader.cli import main as run


def main() -> int:
    """Run the command line, or say in one sentence how to set the program up."""
    try:
        return run()
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "reader":
            raise
        print(f"{error.name} is not installed: run `python3 -m reader.bootstrap` once.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main())

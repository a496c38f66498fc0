"""What a built program runs first: the command line of the reader, or what `tests.benchmarks.packaged` measures."""

import os
import sys


def leave_no_traces() -> None:
    """Take what the starter set for itself out of the environment that other programs will inherit.

    A browser that we start would else load the libraries beside this program in place of its own.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            os.environ["LD_LIBRARY_PATH"] = before
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]


leave_no_traces()
if sys.argv[1:2] == ["--until-settled"]:
    from settling import main
else:
    from reader.cli import main

raise SystemExit(main())

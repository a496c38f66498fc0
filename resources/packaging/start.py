"""What a built program runs first: the command line of the reader, or what its tests and its benchmark ask for."""

import importlib
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


def import_all() -> int:
    """Import all modules that the command line names, and print what went wrong."""
    wrong = 0
    for name in sys.argv[2:]:
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(f"{name}: {error}")
            wrong = 1
    return wrong


leave_no_traces()
if sys.argv[1:2] == ["--until-settled"]:
    from settling import main
elif sys.argv[1:2] == ["--import"]:
    main = import_all
else:
    from reader.cli import main

raise SystemExit(main())

"""What a built program runs first: the command line of the reader, or what `tests.benchmarks.packaged` measures."""

import sys

if sys.argv[1:2] == ["--until-settled"]:
    from settling import main
else:
    from reader.cli import main

raise SystemExit(main())

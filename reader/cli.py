"""The command line: read a bulletin in the window, or inspect what was understood of it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.model.errors import UNFORESEEN, ReaderError, foreseen

if TYPE_CHECKING:
    import argparse

    from reader.app.crash_guard import CrashGuard
    from reader.app.single_instance import SingleInstance


COMMANDS = ("inspect", "export", "library", "pictures", "corrections", "recognise")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, or 2 after one clear line on standard error for each failure."""
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        if args[:1] and args[0] in COMMANDS:
            from reader.commands.standard_input import with_standard_input

            with with_standard_input(args) as given:
                return _command(given)
        if args == ["--read-apart"]:
            from reader.pipeline import read_for_another

            return read_for_another()
        if args == ["--read-in"]:
            from reader.library import crew

            return crew.serve()
        return _read([str(_kept_input()) if arg == "-" else arg for arg in args])
    except ReaderError as error:
        print(f"bulletin-reader: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _command(args: list[str]) -> int:
    """Run the command that the first argument names."""
    if args[:1] == ["inspect"]:
        return _inspect(args[1:])
    if args[:1] == ["export"]:
        return _export(args[1:])
    if args[:1] == ["library"]:
        from reader.commands import library

        return library.run(args[1:])
    if args[:1] == ["pictures"]:
        from reader.commands.pictures import run

        _write(run(args[1:]))
        return 0
    if args[:1] == ["corrections"]:
        from reader.commands.corrections import run as corrections

        _write(corrections(args[1:]))
        return 0
    if args[:1] == ["recognise"]:
        from reader.commands.recognise import run as recognise

        return recognise(args[1:])
    raise ReaderError(f"there is no command {args[0]}")


def _kept_input() -> Path:
    from reader.commands.standard_input import kept_input

    return kept_input()


def _inspect(args: Sequence[str]) -> int:
    import argparse

    parser = argparse.ArgumentParser("bulletin-reader inspect", description="Show what was understood of a bulletin.")
    parser.add_argument("file", type=Path, metavar="FILE")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="everything, as one JSON object")
    shape.add_argument("--source", action="store_true", help="the source text that all offsets refer to")
    shape.add_argument("--log", action="store_true", help="the rules that fired, line by line")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="write its pictures into this folder too")
    parser.add_argument("--encoding", help="read the file in this encoding instead of the detected one")
    parser.add_argument("--password", help="open a locked PDF with this password")
    parser.add_argument("--corrections", type=Path, metavar="C.json", help="set the outline right as this file says")
    parser.add_argument("--profile", type=Path, metavar="P.json", help="follow what was learned of its periodical")
    wish = parser.parse_args(args)

    from reader.commands.opening import open_corrected, refuse_unreadable
    from reader.export.outline import log_lines, outline_lines, summary_line
    from reader.pipeline import extract_mentions

    issue = open_corrected(wish.file, wish.encoding, wish.password, wish.corrections, profile=wish.profile)
    if wish.pictures:
        from reader.commands.pictures import write

        write(issue, wish.file, wish.pictures, wish.password)
    if wish.source:
        _write(issue.source.text)
    elif wish.json:
        import json

        from reader.commands.righting import as_set_right
        from reader.export.contract import issue_as_json

        with foreseen(UNFORESEEN, "unforeseen", str(wish.file)):
            mentions = as_set_right(issue, extract_mentions(issue), wish.file)
            told = json.dumps(issue_as_json(issue, mentions), ensure_ascii=False, indent=1)
        _write(told + "\n")
    elif wish.log:
        _write("".join(f"{line}\n" for line in log_lines(issue)))
    else:
        _write("".join(f"{line}\n" for line in (*outline_lines(issue), "", summary_line(issue))))
    refuse_unreadable(issue, wish.file)
    return 0


def _export(args: Sequence[str]) -> int:
    from reader.commands.export import run

    return run(args)


def _write(text: str) -> None:
    """Write UTF-8 to standard output whatever the terminal's encoding, line ends untouched."""
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _read(args: Sequence[str]) -> int:
    if args and not any(arg.startswith("-") for arg in args):  # files alone need no parser, which takes 8 ms to load
        return open_window([Path(arg) for arg in args])
    return _read_with_options(args)


def _read_with_options(args: Sequence[str]) -> int:
    import argparse

    from reader.app.views import VIEWS

    parser = argparse.ArgumentParser(
        "bulletin-reader",
        description="Read Chinese bulletin issues.",
        epilog="See also: bulletin-reader inspect, export, library, pictures, corrections, each with --help",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--screenshot", type=Path, metavar="OUT.png", help="draw the window into a picture, without a screen"
    )
    parser.add_argument(
        "--article", type=int, metavar="N", help="with --screenshot: the article to show, 1 is the first"
    )
    parser.add_argument("--view", default="article", choices=VIEWS, help="with --screenshot: the view to draw")
    parser.add_argument("--theme", default="light", choices=("light", "sepia", "dark"), help="with --screenshot")
    parser.add_argument(
        "--size", default="1440x900", metavar="WxH", help="with --screenshot: the window's size in pixels"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the window; the system's by default")
    parser.add_argument("--new-window", action="store_true", help="open another window beside the one that is open")
    _add_desktop_options(parser)
    parser.add_argument("--version", action="version", version=f"bulletin-reader {__version__}")
    wish = parser.parse_args(args)
    if wish.desktop:
        from reader.app import desktop_entry

        return desktop_entry.main(wish.desktop)
    if wish.screenshot:
        return _screenshot(wish)

    return open_window(wish.files, wish.lang, new_window=wish.new_window)


def _add_desktop_options(parser: argparse.ArgumentParser) -> None:
    for option, what in (("--install-desktop", "put"), ("--remove-desktop", "take away")):
        parser.add_argument(
            option,
            dest="desktop",
            action="store_const",
            const=option,
            help=f"{what} the program's entry and icons among those of the desktop (Linux)",
        )


def open_window(
    files: Sequence[Path],
    language: str | None = None,
    on_settled: Callable[[], None] | None = None,
    *,
    new_window: bool = False,
) -> int:
    """Open the window with files, or hand them to the one that is open; return the exit code.

    `on_settled` is called once, when the first page has been painted.
    """
    from reader.app.crash_guard import CrashGuard, tell_outside
    from reader.app.single_instance import hand_over

    instance = hand_over(files, new_window=new_window)
    if instance is None:
        return 0
    guard = CrashGuard()
    guard.begin()
    try:
        return _open_window(files, language, on_settled, instance, guard)
    except ReaderError as error:
        tell_outside(str(error))
        raise
    except Exception as error:
        from reader.app.crash_log import note, outline_of

        note(outline_of(error))
        tell_outside("Bulletin Reader could not start because of an error in the program; your marks are safe.")
        raise
    finally:
        guard.end()
        instance.close()


def _open_window(
    files: Sequence[Path],
    language: str | None,
    on_settled: Callable[[], None] | None,
    instance: SingleInstance,
    guard: CrashGuard,
) -> int:
    """Read the first file ahead while Qt is loaded, and open the window; the first start of all opens the samples."""
    is_bare = not files
    if is_bare and _is_first_start():
        from reader.app.paths import sample_issues

        files = sample_issues()
    # Imports make many objects that live on; looking among them for garbage would cost 30 ms of the start.
    # The end of opening a file turns collection on again, and so does a window that opens without one.
    gc.disable()

    from reader.app.prefetch import read_ahead

    first = read_ahead(files[0].absolute()) if files else None

    from reader.ui.app import run

    return run(
        files,
        instance,
        guard,
        language=language,
        prefetched=first,
        on_settled=on_settled,
        with_first_steps=is_bare,
    )


def _is_first_start() -> bool:
    """Tell whether nothing was ever kept."""
    from reader.app.data_folder import LIBRARY, data_folder

    return not (data_folder() / LIBRARY).exists()


def _screenshot(wish: argparse.Namespace) -> int:
    try:
        width, height = (int(n) for n in wish.size.lower().split("x"))
    except ValueError:
        raise ReaderError(f"“{wish.size}” is no size; write it like 1440x900.") from None
    if not wish.files and wish.view not in ("welcome", "error"):
        raise ReaderError("name the file to draw: bulletin-reader --screenshot OUT.png FILE")

    from reader.ui.app import screenshot

    path = wish.files[0] if wish.files else Path()
    screenshot(
        wish.screenshot,
        path,
        article=wish.article,
        size=(width, height),
        theme=wish.theme,
        language=wish.lang or "zh",
        view=wish.view,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

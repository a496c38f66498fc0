"""Read a stranger's file in a process of its own, where a library can neither take all memory nor stay for ever.

PDFium is made to draw a form that draws itself by 589 bytes, and ends the process that it is in. The child has a limit
of memory, and is ended when the user wants no more of it or when nothing has come from it for long. It is a copy of
this process where that is safe (one thread, no window yet), which costs a hundredth of a second; else a fresh one.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread, active_count
from typing import IO, NamedTuple

from reader.load.loaded import Loaded, Progress
from reader.model.errors import UNFORESEEN, CannotRead, ReaderError, foreseen

OPTION = "--read-apart"  # of the command line: serve as the child
MEMORY = 5 << 28  # bytes beyond what the process has when it begins
SILENCE = 30.0  # seconds without a word, after which a file is given up; a page takes a fraction of one
TICK = 0.1  # seconds between two looks at whether the user still wants it
HEAD = struct.Struct("<cQ")  # kind and length of what follows
SHARE, DONE, REFUSED = b"s", b"d", b"r"
GIVEN_UP = (
    "{path} could not be read: it takes more memory or time than any bulletin needs; get it again, or print it to a "
    "new PDF and open that."
)
READERS = {  # what reads each format
    "pdf": ("reader.load.pdf", "load_pdf"),
    "ocr": ("reader.load.ocr.document", "recognise"),
    "ofd": ("reader.load.ofd.document", "load_document"),
}

LIMITS = {"ocr": (6 << 30, 600.0)}  # memory and silence of what needs more: a page is recognised in half a minute
ReadPages = Callable[..., Loaded]
Heard = SimpleQueue[tuple[bytes, bytes] | None]  # kind and payload; None is the end


class ReadingWish(NamedTuple):
    """What is to be read."""

    path: Path
    data: bytes
    format: str
    password: str | None
    kept: Path | None = None  # folder of what was recognised


class _Child(NamedTuple):
    """The process: what it says can be read from `said`, and what it is ended by."""

    said: IO[bytes]
    kill: Callable[[], object]
    wait: Callable[[], object]


def load_apart(wish: ReadingWish, progress: Progress | None) -> Loaded:
    """Load a file of pages in a child; raise what it raises, and `CannotRead` where it dies or falls silent."""
    with _child(wish) as heard:
        for kind, payload in _told(heard, progress, LIMITS.get(wish.format, (MEMORY, SILENCE))[1]):
            if kind == SHARE:
                if progress is not None:
                    progress("load", struct.unpack("<d", payload)[0])
            elif kind == DONE:
                loaded: Loaded = pickle.loads(payload)  # from our own child, through a pipe that nobody else has
                return loaded
            else:
                refusal: ReaderError = pickle.loads(payload)
                raise refusal
    raise CannotRead(GIVEN_UP, code="given-up", path=str(wish.path))


def _told(heard: Heard, progress: Progress | None, longest: float) -> Iterator[tuple[bytes, bytes]]:
    """Give what the child says, until it ends or has said nothing for too long."""
    silent = 0.0
    while silent < longest:
        try:
            message = heard.get(timeout=TICK)
        except Empty:
            silent += TICK
            if progress is not None:
                progress("", 0.0)  # raises where the user wants no more
            continue
        if message is None:
            return
        silent = 0.0
        yield message


def _listen(said: IO[bytes], heard: Heard) -> None:
    with suppress(OSError, ValueError, EOFError):
        while len(head := said.read(HEAD.size)) == HEAD.size:
            kind, length = HEAD.unpack(head)
            payload = said.read(length)
            if len(payload) < length:
                break
            heard.put((kind, payload))
    heard.put(None)


@contextmanager
def _child(wish: ReadingWish) -> Iterator[Heard]:
    """Begin a child and listen to it; end it whatever happens."""
    child = _copied(wish) if _may_be_copied() else _begun(wish)
    heard: Heard = SimpleQueue()
    listener = Thread(target=_listen, args=(child.said, heard), name="reader-apart", daemon=True)
    listener.start()
    try:
        yield heard
    finally:
        with suppress(OSError):
            child.kill()
        child.wait()
        listener.join()  # its end of the pipe is closed with it
        child.said.close()


def _may_be_copied() -> bool:
    return sys.platform == "linux" and "PySide6" not in sys.modules and active_count() == 1


def _copied(wish: ReadingWish) -> _Child:
    ours, theirs = os.pipe()
    from signal import SIGKILL

    number = os.fork()
    if number == 0:
        os.close(ours)
        try:
            with os.fdopen(theirs, "wb") as out:
                _serve(wish, out)
        finally:
            os._exit(0)
    os.close(theirs)
    return _Child(os.fdopen(ours, "rb"), lambda: os.kill(number, SIGKILL), lambda: os.waitpid(number, 0))


def _begun(wish: ReadingWish) -> _Child:
    import subprocess

    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader"]
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        [*program, OPTION],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if getattr(sys, "frozen", False) else root,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin and process.stdout
    with suppress(OSError):  # it has died already: its silence tells
        pickle.dump(wish, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
        process.stdin.close()
    return _Child(process.stdout, process.kill, process.wait)


def serve() -> int:
    """Read what standard input asks for; answer on standard output, where nobody else writes meanwhile."""
    wish: ReadingWish = pickle.load(sys.stdin.buffer)  # from our own parent
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(wish, out)
    return 0


def _serve(wish: ReadingWish, out: IO[bytes]) -> None:
    _limit(LIMITS.get(wish.format, (MEMORY, SILENCE))[0])
    last = -1.0

    def report(_stage: str, share: float) -> None:
        nonlocal last
        if share - last >= 0.005:
            last = share
            _say(out, SHARE, struct.pack("<d", share))

    try:
        loaded = read_here(wish, report)
    except ReaderError as refusal:
        refusal.__cause__ = None  # stays here: it may be of a kind that does not travel
        _say(out, REFUSED, pickle.dumps(refusal))
    else:
        _say(out, DONE, pickle.dumps(loaded, pickle.HIGHEST_PROTOCOL))


def read_here(wish: ReadingWish, report: Progress | None) -> Loaded:
    """Read a file of pages in this process."""
    module, name = READERS[wish.format]
    with foreseen(UNFORESEEN, "unforeseen", str(wish.path)):
        read: ReadPages = getattr(import_module(module), name)
        more = {} if wish.kept is None else {"kept": wish.kept}
        loaded = read(wish.path, wish.data, wish.format, wish.password, report, **more)
    return loaded._replace(references=dict(loaded.references))  # which can be sent


def _say(out: IO[bytes], kind: bytes, payload: bytes) -> None:
    out.write(HEAD.pack(kind, len(payload)) + payload)
    out.flush()


def _limit(memory: int) -> None:
    """Take no more memory than a bulletin needs, and end with the parent, where the system can see to it."""
    if sys.platform != "linux":
        return
    import ctypes
    import resource

    with suppress(OSError, ValueError):
        own = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = own + memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most < 0 else min(wanted, most), most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG of linux/prctl.h: the thread that began it, which waits

"""What every test shares: no screen, no network, no wall-clock limits in property tests."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator

# Before anything imports Qt: the suite opens windows without a screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A shell makes what it runs in the background deaf to Ctrl+C, and the programs that tests start and stop with it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

import pytest
from hypothesis import HealthCheck, settings

from reader.load import apart

READ_APART = apart.load_apart

# Machines differ in speed; a property that holds slowly still holds.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)
settings.register_profile("thorough", parent=settings.get_profile("suite"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


class NetworkTouchedError(AssertionError):
    """A test made the program reach for the network, which it promises never to do."""


@pytest.fixture(autouse=True, scope="session")
def _pdfs_are_read_here() -> Iterator[None]:
    """Read PDFs in this process: a child that loads Python anew takes ten times as long as the reading."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "load_apart", apart.read_here)
        yield


@pytest.fixture
def pdfs_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read PDFs in a process of their own, as the program does."""
    monkeypatch.setattr(apart, "load_apart", READ_APART)


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what a test keeps away from the user's data folder; child processes inherit it."""
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail whatever connects to anything but a socket of this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family == getattr(socket, "AF_UNIX", None):
            return connect(self, address)  # type: ignore[arg-type]
        raise NetworkTouchedError(f"a test tried to connect to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield

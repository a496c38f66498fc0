"""The guard that keeps the suite, and so the program, off the network."""

from __future__ import annotations

import socket
import urllib.request

import pytest


def test_a_connection_fails_the_test() -> None:
    with socket.socket() as client, pytest.raises(AssertionError, match="tried to connect"):
        client.connect(("127.0.0.1", 9))


def test_a_download_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="tried to connect"):
        urllib.request.urlopen("http://127.0.0.1:9/")

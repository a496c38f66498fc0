"""The guard that keeps the suite, and so the program, off the network."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_connection_fails_the_test(family: socket.AddressFamily) -> None:
    with socket.socket(family) as client, pytest.raises(AssertionError, match="tried to connect"):
        client.connect(("localhost", 9))

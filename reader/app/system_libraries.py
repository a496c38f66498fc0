"""Name the system libraries that Qt needs and this machine lacks.

Qt's wheel brings Qt, but not what a desktop Linux has anyway. On a bare server or container the
first import then fails with the name of a file; a user needs the name of a package.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable

# library file → Debian or Ubuntu package
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
_WINDOW_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WINDOW_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def missing_packages(*, window: bool) -> list[str]:
    """List the Debian packages to install, sorted; empty when nothing is missing or not on Linux.

    With `window`, what the running desktop (Wayland or X11) needs is asked for too.
    """
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_ALWAYS)
    if window:
        wanted |= _WINDOW_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else _WINDOW_X11
    return sorted({package for library, package in wanted.items() if not _loads(library)})


def known() -> dict[str, str]:
    """Return every library that a machine may have to bring, with its Debian package."""
    return _ALWAYS | _WINDOW_X11 | _WINDOW_WAYLAND


def advice(packages: Iterable[str]) -> str:
    """Say in one sentence how to install `packages`."""
    return f"System libraries are missing; on Debian or Ubuntu install them with:  {apt_command(packages)}"


def apt_command(packages: Iterable[str]) -> str:
    """Return the command that installs Debian packages, for the user who runs this."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return " ".join([*([] if is_root else ["sudo"]), "apt-get", "install", *packages])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

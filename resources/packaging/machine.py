"""What a build takes from the machine that it runs on, and what it leaves to the machine that it will run on."""

from __future__ import annotations

import fnmatch
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from facts import LIBRARIES

from reader.app import licences, system_libraries

ELF = b"\x7fELF"
# Of Linux, what Python's own modules need and machines have in different versions, with its licence
TAKEN = {
    "libbz2.so*": "bzip2-1.0.6",
    "libexpat.so*": "MIT",
    "libffi.so*": "MIT",
    "liblzma.so*": "0BSD",
    "libmpdec.so*": "BSD-2-Clause",
    "libsqlite3.so*": "blessing",
    "libuuid.so*": "BSD-3-Clause",
}
# what every Linux has, and its Debian package
EVERYWHERE = {
    **dict.fromkeys(("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"), "libc6"),
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
OPTIONAL = ("libqgtk3.so", "libcupsprintersupport.so")  # plugins for what a desktop may have; without it they rest
FORBIDDEN = ("libreadline*", "libgdbm*", "libssl*", "libcrypto*", "libtcl*", "libtk*", "libQt6Network*", "libQt6Qml*")


class BuildError(Exception):
    """What was built is not what may be shipped."""


def architecture() -> str:
    """Return the name of this kind of processor: `x86_64`, `arm64`, …"""
    return platform.machine().lower()


def finish(folder: Path) -> None:
    """Take the symbols for debuggers off the libraries, and add the licences of what came from this machine."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("strip"):
        for path in elf_files(folder):
            if "PySide6" not in path.parts and path.parent != folder:  # Qt has none; a program carries its archive
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
    target = folder / LIBRARIES / "reader" / "_resources" / "licences" / licences.TAKEN
    target.mkdir(parents=True, exist_ok=True)
    for path in (folder / LIBRARIES).glob("*.so*"):
        licence = next((told for like, told in TAKEN.items() if fnmatch.fnmatch(path.name, like)), "")
        if licence and not path.is_symlink():
            (target / f"{path.name}.txt").write_text(_licence_text(path.name, licence), encoding="utf-8")


def check(folder: Path) -> None:
    """Raise `BuildError` where a library is missing that no package brings, or one is there that must not be."""
    if not sys.platform.startswith("linux"):
        return
    wrong = [path.name for path in folder.rglob("*") if any(fnmatch.fnmatch(path.name, like) for like in FORBIDDEN)]
    if wrong:
        raise BuildError(f"These must not be shipped: {', '.join(sorted(set(wrong)))}.")
    strangers = needed(folder) - set(system_libraries.known()) - set(EVERYWHERE)
    if strangers:
        raise BuildError(f"No package is known that brings: {', '.join(sorted(strangers))}.")


def needed(folder: Path) -> set[str]:
    """Name the libraries that the built program needs and does not bring."""
    files = list(elf_files(folder))
    wanted = {
        name for path in files if path.name not in OPTIONAL for name in re.findall(r"NEEDED +(\S+)", _headers(path))
    }
    return wanted - {path.name for path in folder.rglob("*.so*")}


def least_libc(folder: Path) -> str:
    """Return the oldest version of the C library that has all that the built program asks of it."""
    asked = {
        tuple(map(int, found.split(b".")))
        for path in elf_files(folder)
        for found in re.findall(rb"GLIBC_(2\.\d+)\0", path.read_bytes())
    }
    return ".".join(map(str, max(asked)))


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries of a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == ELF:
                    yield path


def _headers(path: Path) -> str:
    return subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout


def _licence_text(library: str, licence: str) -> str:
    """Write the head and the text of the licence of a library of this machine, as its Debian package tells it."""
    found = next((path for top in ("/usr/lib", "/lib") for path in Path(top).rglob(library)), None)
    owner = _output(["dpkg", "-S", str(found.resolve())]).partition(":")[0] if found else ""
    version = _output(["dpkg-query", "-W", "-f", "${Version}", owner]) if owner else ""
    told = Path(f"/usr/share/doc/{owner}/copyright")
    text = told.read_text("utf-8", errors="replace") if owner and told.is_file() else ""
    return f"{owner or library} {version}: {licence}\n{text}"


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""

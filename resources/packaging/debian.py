"""The package for Debian and its kin, made with dpkg-deb alone."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import textwrap
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import machine
from facts import APP_ID, DIST, FOLDER, LICENCES, ROOT, SUMMARY, VERSION, WORK

from reader.app import desktop_entry, licences, system_libraries
from reader.app.paths import resource

HOME = f"usr/lib/{APP_ID}"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}  # what Debian calls them
MAINTAINER = "The authors of Bulletin Reader <authors@bulletinreader.invalid>"
DESCRIPTION = """\
 Bulletin Reader opens the files in which Chinese bulletins, monitoring digests,
 newsletters and notices circulate, and shows them as an issue with sections,
 articles, paragraphs, footnotes and tables. Nothing is rewritten and nothing is
 lost. It never uses the network.
"""
# Why these are as they are: one folder with all libraries is what lets the program run on many systems unchanged.
OVERRIDES = """\
# The program is built with the libraries that it was tested with, in a folder of its own.
bulletin-reader: embedded-library *
bulletin-reader: library-not-linked-against-libc *
bulletin-reader: hardening-no-pie *
bulletin-reader: national-encoding *
bulletin-reader: unstripped-binary-or-object *
bulletin-reader: binary-or-shlib-defines-rpath *
bulletin-reader: package-installs-python-bytecode *
bulletin-reader: shared-library-lacks-prerequisites *
bulletin-reader: shared-library-is-executable *
bulletin-reader: extra-license-file *
# A window has no manual page; the command tells its options by --help.
bulletin-reader: no-manual-page *
# It is not made for Debian's archive, and so closes no bug of it.
bulletin-reader: initial-upload-closes-no-bugs *
bulletin-reader: bogus-mail-host *
"""


def package() -> Path | None:
    """Make the .deb; None where dpkg-deb is not present."""
    if not shutil.which("dpkg-deb"):
        print("dpkg-deb is not present: no .deb is made.")
        return None
    tree = WORK / "deb"
    _lay_out(tree)
    architecture = ARCHITECTURES.get(machine.architecture(), machine.architecture())
    (tree / "DEBIAN").mkdir()
    sums = "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in _files(tree))
    (tree / "DEBIAN" / "md5sums").write_text(sums, encoding="utf-8")
    (tree / "DEBIAN" / "control").write_text(_control(tree, architecture), encoding="utf-8")
    _set_rights(tree)
    target = DIST / f"{APP_ID}_{VERSION}_{architecture}.deb"
    packing = ["--root-owner-group", "-Zxz", "-z6", "--threads-max=2"]
    subprocess.run(["dpkg-deb", *packing, "--build", str(tree), str(target)], check=True, stdout=subprocess.DEVNULL)
    return target


def _lay_out(tree: Path) -> None:
    """Put everything where it will be installed."""
    shutil.copytree(FOLDER, tree / HOME, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / APP_ID).symlink_to(f"../lib/{APP_ID}/{APP_ID}")
    for place, content in desktop_entry.pieces([APP_ID]):
        _write(tree / "usr/share" / place, content)
    documents = tree / "usr/share/doc" / APP_ID
    _write(documents / "copyright", _copyright().encode())
    _write(documents / "changelog.gz", gzip.compress(_changes().encode(), mtime=0))
    _write(tree / "usr/share/lintian/overrides" / APP_ID, OVERRIDES.encode())


def _control(tree: Path, architecture: str) -> str:
    packages = system_libraries.known() | machine.EVERYWHERE
    depends = {packages[name] for name in machine.needed(FOLDER)} | set(system_libraries.known().values())
    depends = depends - {"libc6"} | {f"libc6 (>= {machine.least_libc(FOLDER)})"}
    fields = {
        "Package": APP_ID,
        "Version": VERSION,
        "Section": "text",
        "Priority": "optional",
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(sum(path.stat().st_size for path in _files(tree)) // 1024),
        "Depends": ", ".join(sorted(depends)),
        "Recommends": "shared-mime-info, hicolor-icon-theme",
        "Description": f"{SUMMARY}\n{DESCRIPTION}".rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _changes() -> str:
    """Write the change list as Debian keeps it, from that of the README and the day that software centres show."""
    readme = (ROOT / "README.md").read_text("utf-8")
    text = readme.partition(f"- **{VERSION}** — ")[2].partition("\n- **")[0].partition("\n## ")[0]
    releases = ElementTree.fromstring(resource(f"desktop/{desktop_entry.METAINFO}").read_bytes()).iter("release")
    day = datetime.fromisoformat(next(releases).get("date", "")).replace(tzinfo=UTC)
    signed = f" -- {MAINTAINER}  {format_datetime(day)}"
    news = textwrap.fill(" ".join(text.split()), 78, initial_indent="  * ", subsequent_indent="    ")
    return f"{APP_ID} ({VERSION}) stable; urgency=medium\n\n{news}\n\n{signed}\n"


def _copyright() -> str:
    """Write whose the program is; all texts lie beside it, as they do in the other packages."""
    parts = licences.shipped()
    listed = "".join(f"{part.name} {part.version}: {part.licence}\n" for part in parts[1:])
    return (
        f"{parts[0].text}\n"
        f"The package holds parts of others; /usr/lib/{APP_ID}/{LICENCES} has the text of each licence, and\n"
        f"/usr/share/common-licenses those of the Apache-2.0, GPL-3 and LGPL-3 licences.\n\n{listed}"
    )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _set_rights(tree: Path) -> None:
    programs = {tree / HOME / APP_ID}
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)


def _files(tree: Path) -> list[Path]:
    return [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()

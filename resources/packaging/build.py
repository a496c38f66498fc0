"""Build what runs without Python, for the system that this runs on: `python3 -m reader.bootstrap package`.

All comes to lie in `.dist`: the folder `bulletin-reader` with the program; on Linux a .deb and a .tar.gz of it, on
Windows an installer where Inno Setup is present, on macOS `Bulletin Reader.app` and a disk image of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import debian
import icons
import machine
import windows
from facts import APP_ID, DIST, FOLDER, LIBRARIES, LICENCES, NAME, ROOT, VERSION, WORK

from reader.app import licences

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Build the folder, then the packages of this system unless only `--folder` is asked for; say how big each is."""
    started = time.monotonic()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    (WORK / "app.ico").write_bytes(icons.windows_icon())
    (WORK / "app.icns").write_bytes(icons.apple_icon())
    (WORK / "version.txt").write_text(windows.version_resource(), encoding="utf-8")
    freeze()
    for made in (FOLDER, *(() if arguments == ["--folder"] else packages())):
        print(f"{made.relative_to(ROOT)}: {size_of(made) / 1e6:.0f} MB", flush=True)
    print(f"Built in {time.monotonic() - started:.0f} s.")
    return 0


def freeze() -> None:
    """Make the folder, with the texts of all licences in it."""
    spec = HERE / f"{APP_ID}.spec"
    places = ["--distpath", str(DIST), "--workpath", str(WORK)]
    # A fixed order of hashes makes the same input give the same bytes.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(spec)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    machine.finish(FOLDER)
    machine.check(FOLDER)
    taken = FOLDER / LIBRARIES / "reader" / "_resources" / "licences" / licences.TAKEN
    (FOLDER / LICENCES).write_text(licences.collected(licences.shipped(built=taken)), encoding="utf-8")


def packages() -> Iterator[Path]:
    """Make the packages that users of this system know."""
    makers: dict[str, tuple[Callable[[], Path | None], ...]] = {
        "linux": (archive, debian.package),
        "win32": (windows.installer,),
        "darwin": (disk_image,),
    }
    for make in makers.get(sys.platform, ()):
        if made := make():
            yield made


def archive() -> Path:
    """Pack the folder for those who may not install anything: unpack it, start the program in it."""
    target = DIST / f"{APP_ID}-{VERSION}-linux-{machine.architecture()}.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=6) as packed:
        packed.add(FOLDER, arcname=f"{APP_ID}-{VERSION}")
    return target


def disk_image() -> Path:
    """Pack the application of macOS with a link to the place where it belongs."""
    image, content = DIST / f"{APP_ID}-{VERSION}-macos-{machine.architecture()}.dmg", WORK / "image"
    content.mkdir()
    shutil.move(DIST / f"{NAME}.app", content)
    (content / "Applications").symlink_to("/Applications")
    subprocess.run(["hdiutil", "create", "-ov", "-volname", NAME, "-srcfolder", str(content), str(image)], check=True)
    return image


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files of a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

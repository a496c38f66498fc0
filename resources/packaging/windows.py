"""The packages of Windows: what the program's file says of itself, and the installer."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from facts import APP_ID, CHINESE_NAME, COPYRIGHT, DIST, FOLDER, NAME, SUMMARY, VERSION, WORK

from reader.app.file_types import FILE_TYPES

SCRIPT = Path(__file__).resolve().with_name("installer.iss")
LANGUAGE = "040904B0"  # US English, Unicode


def version_resource() -> str:
    """Write what the program's file tells the Explorer of itself, as PyInstaller reads it."""
    numbers = tuple(int(number) for number in [*re.findall(r"\d+", VERSION), "0", "0", "0"][:4])
    told = {
        "CompanyName": NAME,
        "FileDescription": f"{CHINESE_NAME} {NAME}",
        "FileVersion": VERSION,
        "InternalName": APP_ID,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{APP_ID}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
        "Comments": SUMMARY,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, "
        f"fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable({LANGUAGE!r}, [{strings}])]), "
        f"VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )


def file_types() -> str:
    """Write the lines of the installer that offer the program for the files it opens, and leave their usual one."""
    lines = ["[Registry]"]
    for kind in FILE_TYPES:
        for suffix in kind.suffixes:
            ours, classes = f"BulletinReader{suffix}", "Software\\Classes\\"
            lines += [
                _key(f"{classes}{suffix}\\OpenWithProgids", ours, "", "uninsdeletevalue"),
                _key(f"{classes}{ours}", "", kind.english, "uninsdeletekey"),
                _key(f"{classes}{ours}\\DefaultIcon", "", f"{{app}}\\{APP_ID}.exe,0"),
                _key(f"{classes}{ours}\\shell\\open\\command", "", f'""{{app}}\\{APP_ID}.exe"" ""%1""'),
                _key(f"Software\\{NAME}\\Capabilities\\FileAssociations", suffix, ours),
            ]
    return "\n".join(lines) + "\n"


def _key(key: str, name: str, value: str, flags: str = "") -> str:
    named, flagged = (f'ValueName: "{name}"; ' if name else ""), (f"; Flags: {flags}" if flags else "")
    return f'Root: HKA; Subkey: "{key}"; ValueType: string; {named}ValueData: "{value}"{flagged}'


def installer() -> Path | None:
    """Compile the installer; None where Inno Setup is not present."""
    compiler = shutil.which("iscc")
    if not compiler:
        print("Inno Setup (iscc) is not on the PATH: no installer is made.")
        return None
    (WORK / "file_types.iss").write_text(file_types(), encoding="utf-8-sig")
    facts = {"Version": VERSION, "Name": NAME, "ChineseName": CHINESE_NAME, "AppId": APP_ID, "Folder": FOLDER}
    facts |= {"Work": WORK, "Dist": DIST}
    subprocess.run([compiler, "/Q", *(f"/D{name}={value}" for name, value in facts.items()), str(SCRIPT)], check=True)
    return DIST / f"{APP_ID}-{VERSION}-windows.exe"

"""Chinese input on Linux: Qt's wheel has no plugin for fcitx, but one for ibus, whose portal fcitx serves too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

FCITX = ("fcitx", "fcitx5")
PORTAL = {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


def use_input_portal() -> None:
    """Before the application is made: ask fcitx by the portal where Qt has no plugin for it."""
    wanted = (os.environ.get("QT_IM_MODULES", "").split(";") if os.environ.get("QT_IM_MODULES") else []) + [
        os.environ.get("QT_IM_MODULE", "")
    ]
    if sys.platform != "linux" or not any(name in FCITX for name in wanted) or _has_plugin():
        return
    os.environ.update(PORTAL)
    if "QT_IM_MODULES" in os.environ:
        names = [name for name in wanted[:-1] if name not in FCITX]
        os.environ["QT_IM_MODULES"] = ";".join(dict.fromkeys([*names, "ibus"]))


def input_method() -> str:
    """Say how text is typed, for the report of a bug."""
    module = os.environ.get("QT_IM_MODULE", "") or "default"
    return f"{module} (portal)" if module == "ibus" and os.environ.get("IBUS_USE_PORTAL") else module


def _has_plugin() -> bool:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any("fcitx" in plugin.name for plugin in folder.glob("*")) if folder.is_dir() else False

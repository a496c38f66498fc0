"""A double-click on macOS comes to the running program as an event."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROBE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from reader.ui.app import make_application, open_window
from reader.ui.session.settings import Settings
early, late = sys.argv[1:]
app = make_application()
app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(early)))
window = open_window(app, Settings(), lasting=False)
app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(late)))
session = window.session
session.issues_changed.connect(lambda: app.exit() if len(session.issues()) == 2 else None)
app.exec()
print(json.dumps([opened.path.name for opened in session.issues()]))
"""


def test_files_that_the_desktop_names_are_opened_also_before_there_is_a_window(tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("早.txt", "晚.txt")]
    for name in names:
        name.write_text("关于召开会议的通知\n\n　　会议定于下周一上午举行，请准时参加。\n", encoding="utf-8")
    command = [sys.executable, "-c", PROBE, *map(str, names)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1]) == ["早.txt", "晚.txt"]

"""The dialog that lists what was learned of a periodical, each rule with a switch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.document import Issue
from reader.periodical import Profile, ProfileRule, switched
from reader.periodical_file import keep_profile, kept_profile


class RulesDialog(QDialog):
    """Let the user switch rules on and off."""

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulesDialog")
        self.setWindowTitle(self.tr("Rules of the Periodical"))
        self.setMinimumSize(480, 320)
        self.list = QListWidget(self)
        self.list.setObjectName("rulesList")
        for rule in profile.rules:
            item = QListWidgetItem(self._sentence(rule), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if rule.is_on else Qt.CheckState.Unchecked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Learned from your corrections of {title}:").format(title=profile.title), self))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def states(self) -> dict[int, bool]:
        """Return which rules are on, by their numbers."""
        rows = range(self.list.count())
        return {row: self.list.item(row).checkState() == Qt.CheckState.Checked for row in rows}

    def _sentence(self, rule: ProfileRule) -> str:
        kinds = {
            "article": self.tr("an article"),
            "section": self.tr("a section"),
            "subheading": self.tr("a subheading"),
            "text": self.tr("text"),
            "leave-out": self.tr("left out"),
        }
        if rule.by == "name":
            return self.tr("“{words}” is {kind}").format(words=rule.key, kind=kinds[rule.what])
        return self.tr("What is set as “{setting}” is {kind}").format(setting=rule.key, kind=kinds[rule.what])


def switch_rules(parent: QWidget, issue: Issue) -> bool:
    """Show the rules of the periodical of an issue; tell whether the user changed any."""
    profile = kept_profile(issue)
    if profile is None:
        return False
    dialog = RulesDialog(profile, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    changed = switched(profile, dialog.states())
    if changed != profile:
        keep_profile(changed)
    return changed != profile

"""Who can be reached about what, a line each without labels: below 联系人： the task, the name, the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.draft import Aside, Draft, Label, Mark
from reader.text.patterns import rare

HEAD = rare(r"^(?:各\S{1,6})?(?:业务|咨询|报名)?联系(?:人|方式|电话|方法)\S{0,10}[：:]$")
ROW = rare(
    r"^[\u3400-\u9fff（）、]{2,12}+(?>(?:[ \u3000]++[\u3400-\u9fff·]{2,6}+)?)[ \u3000]++"
    r"(?=[^，。；]*(?:\d{3,4}[-—]\d{7,8}|\b1\d{10}\b|\S@\S))[^，。；]+$"
)
REST = rare(r"^[!-~]{2,40}$")  # of an address that was broken


def rosters(draft: Draft) -> Iterator[Mark]:
    """Label the lines below such a head as one block of contacts with it."""
    for head in draft.free:
        if draft.pieces[head].text[-1] not in "：:" or not HEAD.match(draft.pieces[head].text):
            continue
        last = head
        for i in range(head + 1, len(draft.pieces)):
            text = draft.pieces[i].text
            if draft.role(i) or not (ROW.match(text) or last > head and REST.match(text)):
                break
            last = i
        for i in range(head, last + 1) if last > head else ():
            yield Mark(i, Label("contact", "contacts without labels", 0.8, head, data=Aside()))

"""The command `library`: read issues in, find in all of them, list them, take them out."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reader.app.data_folder import data_folder
from reader.commands.telling import Telling
from reader.library.base import LibraryDamaged
from reader.library.shelf import FILE_NAME, IssueLibrary
from reader.model.errors import ReaderError, readable_path

INTERRUPTED = 130  # exit code after Ctrl+C, as shells have it
REBUILT = "The library was damaged or of an older version; it is read in anew from its files."
QUESTIONS = """\
A question is words, which must all be in an article, “phrases”, AND, OR, NOT and brackets, and fields that narrow:
  title:储能  in:刊名  org:研究院  person:张敏  after:2024-01  before:2024-07  tag:重点
  amount>1亿  amount>=500万美元  percent>50  has:deadline  is:unread
Width, case, simplified and traditional writing, spaces and wraps do not matter; signs do."""


def run(args: Sequence[str]) -> int:
    """Do what is asked of the library; return 0, 2 where something failed, or 130 after Ctrl+C."""
    wish = _parser().parse_args(args)
    act: Callable[[IssueLibrary, argparse.Namespace], int] = wish.act
    with IssueLibrary(data_folder() / FILE_NAME) as library:
        try:
            if library.base.is_new:
                _rebuild(library)
            return act(library, wish)
        except LibraryDamaged:
            library.base.begin_anew()
            _rebuild(library)
            return act(library, wish)
        except KeyboardInterrupt:
            return INTERRUPTED


def _rebuild(library: IssueLibrary) -> None:
    """Read in what the library held before it was lost."""
    from reader.library.own import Own

    own = Own.kept(data_folder())
    paths = [Path(path) for path in own.paths if Path(path).exists()]
    if paths:
        print(f"bulletin-reader: {REBUILT}", file=sys.stderr)
        _read_in(library, paths, own.removed)
        now = time.time_ns() // 1000
        for topic in own.topics:  # what is read in anew is not new
            own = own.with_topic(topic._replace(seen=now))
        own.keep(data_folder())


def _add(library: IssueLibrary, wish: argparse.Namespace) -> int:
    from reader.library.own import Own, whole

    own = Own.kept(data_folder()).with_paths(whole(path) for path in wish.paths)
    own.keep(data_folder())
    return _read_in(library, wish.paths, own.removed, is_told=True)


def _read_in(library: IssueLibrary, paths: Sequence[Path], removed: Sequence[str], is_told: bool = False) -> int:
    from reader.library.intake import planned, read_in

    plan = planned(library, paths, removed)
    telling = Telling(len(plan.to_read) + len(plan.refusals))
    failures, read = [], 0
    try:
        for step in read_in(library, plan):
            telling.done = step.done
            if step.path and step.refusal:
                failures.append(_failure(step.path, step.refusal))
                telling.say(f"bulletin-reader: {failures[-1]}")
            elif step.path:
                read += 1
            if step.done < step.total:
                telling.step(step.path or paths[0], 0.0, _left(step.seconds_left))
    except KeyboardInterrupt:
        telling.say(f"bulletin-reader: stopped; {telling.done} of {len(plan.to_read)} files are done. Again goes on.")
        raise
    finally:
        telling.clear()
    if is_told:
        missing = f", {len(plan.gone)} missing" if plan.gone else ""
        print(f"{read} read, {plan.known} known{missing}, {len(failures)} could not be read")
    return 2 if failures else 0


def _left(seconds: float) -> str:
    return f"{seconds / 60:.0f} min left" if seconds >= 90 else f"{seconds:.0f} s left" if seconds >= 1 else ""


def _failure(file: Path, error: ReaderError) -> str:
    sentence = str(error)
    return sentence if readable_path(file.name) in sentence else readable_path(f"{file}: {sentence}")


def _search(library: IssueLibrary, wish: argparse.Namespace) -> int:
    from reader.commands.library_marks import kept_marks
    from reader.library.searching import search

    answer = search(library, " ".join(wish.query), wish.limit, order=wish.sort, traces=kept_marks)
    if wish.json:
        hits = [
            {"file": hit.path, "issue": hit.issue, "article": hit.title, "quote": hit.quote, "score": hit.score}
            for hit in answer.hits
        ]
        told = {"hits": hits, "total": answer.total, "facets": answer.facets, "seconds": round(answer.seconds, 6)}
        _write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return 0
    for hit in answer.hits:
        _write(f"{hit.title}\n  {hit.issue} · {readable_path(hit.path)}\n  {hit.quote}\n\n")
    shown = f", the first {len(answer.hits)} shown" if len(answer.hits) < answer.total else ""
    _write(f"{answer.total} found in {answer.seconds * 1000:.0f} ms{shown}\n")
    return 0


def _list(library: IssueLibrary, wish: argparse.Namespace) -> int:
    issues = library.issues()
    troubles = [(card.path, json.loads(card.trouble)["sentence"]) for card in library.files() if card.trouble]
    if wish.json:
        told = {
            "issues": [
                {
                    "file": row.path, "issue": row.label, "title": row.title, "number": row.number, "date": row.date,
                    "articles": row.articles, "figures": row.figures, "deadlines": row.deadlines,
                    "missing": row.is_missing, "sha256": row.sha256,
                }
                for row in issues
            ],
            "unreadable": [{"file": path, "reason": reason} for path, reason in troubles],
        }  # fmt: skip
        _write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return 0
    for row in issues:
        missing = " (missing)" if row.is_missing else ""
        _write(f"{row.date or '-':10}  {row.label}  {row.articles} articles  {readable_path(row.path)}{missing}\n")
    for path, reason in troubles:
        _write(f"{'!':10}  {readable_path(path)}: {reason}\n")
    return 0


def _remove(library: IssueLibrary, wish: argparse.Namespace) -> int:
    from reader.library.own import Own, is_below, whole

    given = [whole(path) for path in wish.paths]
    known = [card.path for card in library.files()]
    gone = [path for path in known if is_below(path, given)]
    unknown = [path for path in given if not any(is_below(name, [path]) for name in known)]
    Own.kept(data_folder()).without(given).keep(data_folder())
    library.remove(gone)
    for path in unknown:
        print(f"bulletin-reader: {readable_path(path)} is not in the library.", file=sys.stderr)
    print(f"{len(gone)} taken out; no file was deleted")
    return 2 if unknown else 0


def _topics(library: IssueLibrary, wish: argparse.Namespace) -> int:
    """List the topics with what is new in each; keep, show or take out one."""
    from reader.commands.library_marks import kept_marks
    from reader.library.own import Own, StandingQuestion
    from reader.library.query import parsed
    from reader.library.searching import new_since, search

    own = Own.kept(data_folder())
    if wish.name is None:
        topics = [
            {
                "name": topic.name,
                "query": topic.question,
                "total": search(library, topic.question, 1, traces=kept_marks).total,
                "new": new_since(library, topic.seen),
            }
            for topic in own.topics
        ]
        if wish.json:
            _write(json.dumps({"topics": topics}, ensure_ascii=False, indent=1) + "\n")
        else:
            _write("".join("{new:5} new of {total:5}  {name}: {query}\n".format(**topic) for topic in topics))
        return 0
    if wish.query:
        question = " ".join(wish.query)
        parsed(question)
        own.with_topic(StandingQuestion(wish.name, question)).keep(data_folder())
        return 0
    topic = own.topic(wish.name)
    if topic is None:
        raise ReaderError("There is no topic “{name}”; name a question after it to keep one.", name=wish.name)
    if wish.remove:
        own.without_topic(topic.name).keep(data_folder())
        return 0
    own.with_topic(topic._replace(seen=time.time_ns() // 1000)).keep(data_folder())
    wish.query = [topic.question]
    return _search(library, wish)


def _tag(library: IssueLibrary, wish: argparse.Namespace) -> int:
    """Put a label on the issues of files, or take it off."""
    from reader.library.folding import canonical
    from reader.library.own import STAR, Own, is_below, whole

    label = STAR if wish.label == STAR else canonical(wish.label)
    given = [whole(path) for path in wish.paths]
    meant = {card.sha256 for card in library.files() if card.sha256 and is_below(card.path, given)}
    if not meant or not label:
        raise ReaderError("None of these files is in the library; add them first.")
    Own.kept(data_folder()).labelled(meant, label, is_on=not wish.off).keep(data_folder())
    return 0


def _export(library: IssueLibrary, wish: argparse.Namespace) -> int:
    from reader.commands.library_export import export

    return export(library, wish)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bulletin-reader library", description="Keep issues, and find in all of them.")
    acts = parser.add_subparsers(required=True, metavar="add|search|topics|export|tag|list|remove")
    add = acts.add_parser("add", help="read files, folders with their subfolders, and archives in")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    add.set_defaults(act=_add)
    find = acts.add_parser(
        "search",
        help="find articles in all issues",
        epilog=QUESTIONS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    find.add_argument("query", nargs="+", metavar="QUERY")
    find.add_argument("--json", action="store_true", help="as one JSON object")
    find.add_argument("--limit", type=_count, default=50, metavar="N", help="how many hits; 0 gives all; 50")
    find.add_argument("--sort", choices=("best", "newest"), default="best")
    find.set_defaults(act=_search)
    _add_topics_and_export(acts)
    listed = acts.add_parser("list", help="list the issues, and what could not be read")
    listed.add_argument("--json", action="store_true", help="as one JSON object")
    listed.set_defaults(act=_list)
    remove = acts.add_parser("remove", help="take issues out of the library; no file is deleted")
    remove.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    remove.set_defaults(act=_remove)
    return parser


def _add_topics_and_export(acts: Any) -> None:
    topics = acts.add_parser("topics", help="list the questions that are kept, with what is new in each")
    topics.add_argument("name", nargs="?", metavar="NAME", help="show this one, which then counts as seen")
    topics.add_argument("query", nargs="*", metavar="QUERY", help="keep this question under the name")
    topics.add_argument("--remove", action="store_true", help="take the topic out")
    topics.add_argument("--json", action="store_true", help="as one JSON object")
    topics.add_argument("--limit", type=_count, default=50, metavar="N")
    topics.set_defaults(act=_topics, sort="newest")
    export = acts.add_parser("export", help="save figures, people and deadlines of all that a question finds")
    export.add_argument("query", nargs="+", metavar="QUERY")
    several: dict[str, Any] = {"action": "append", "default": []}
    export.add_argument("--figures", **several, metavar="OUT.csv|OUT.xlsx")
    export.add_argument("--contacts", **several, metavar="OUT.vcf|OUT.csv|OUT.xlsx", help="each person or unit once")
    export.add_argument("--deadlines", **several, metavar="OUT.ics|OUT.csv|OUT.xlsx")
    export.add_argument("--lang", default="zh", choices=("zh", "en"), help="language of our own words: heads, labels")
    export.set_defaults(act=_export)
    tag = acts.add_parser("tag", help="put a tag on issues, to be asked for with tag:; * is a star")
    tag.add_argument("label", metavar="TAG")
    tag.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    tag.add_argument("--off", action="store_true", help="take it off")
    tag.set_defaults(act=_tag)


def _count(told: str) -> int:
    if not told.isdecimal():
        raise argparse.ArgumentTypeError(f"“{told}” is no number of hits")
    return int(told)

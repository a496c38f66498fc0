"""Find where a text that was put together stands in the source."""

from __future__ import annotations

from reader.model.document import Run, Span, Text

NEAR = 8  # characters of the text that may be skipped to find a single word


def located(source: str, text: str, spans: tuple[Span, ...]) -> Text:
    """Find the pieces of a text that stand verbatim in its spans, in order.

    A line that does not stand in the text as a whole is looked for word by word: names are often spaced out.
    """
    runs: list[Run] = []
    at = 0
    for span in spans:
        start = span.start
        for line in source[span.start : span.end].splitlines(keepends=True):
            whole = line.strip()
            column = 0
            is_whole = bool(whole) and text.find(whole, at) >= 0
            for words in [whole] if is_whole else line.split():
                column = line.index(words, column)
                found = text.find(words, at, len(text) if is_whole else at + len(words) + NEAR)
                if found >= 0:
                    if found > at:
                        runs.append(Run(text[at:found]))
                    runs.append(Run(words, start + column))
                    at = found + len(words)
                column += len(words)
            start += len(line)
    if at < len(text):
        runs.append(Run(text[at:]))
    return Text(tuple(runs))

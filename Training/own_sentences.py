"""Sentences written for Dateline, one a line, with their names in brackets: "[P Ann Lee] of [O Acme Corp.] in [L Rome]"."""
import pathlib
import re

import corpora
import news

WRITTEN = pathlib.Path(__file__).resolve().parent / "written"


def unmarked(line):
    """A line without its brackets, and the spans (start, end, kind) of the names in them."""
    text, spans, done = "", [], 0
    for mark in re.finditer(r"\[([POL]) ([^\[\]]+)\]", line):
        text += line[done:mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), corpora.MARKS[mark[1]]))
        text, done = text + mark[2], mark.end()
    return text + line[done:], spans


def load(program, folder=WRITTEN):
    """The sentences of a folder's files; the program divides them into words."""
    paths = sorted(folder.glob("*.txt"))
    lines = [unmarked(line) for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line]
    sentences = news.analysed(program, "\n".join(text for text, _ in lines) + "\n", "--sentences")
    if len(sentences) != len(lines):
        raise ValueError(f"{folder}: {len(lines)} lines became {len(sentences)} sentences; is a line empty or without words?")
    out = []
    for (_, spans), rows in zip(lines, sentences):
        allowed, start = [set(news.NOTHING) for _ in rows], rows[0][2]
        for first, end, kind in news.located(rows, [(a + start, b + start, k) for a, b, k in spans]):
            corpora.give_name(allowed, first, end, kind)
        out.append(corpora.Sentence([r[0] for r in rows], entities=allowed))
    return out

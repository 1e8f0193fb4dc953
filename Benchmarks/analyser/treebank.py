"""Gold documents of a UD treebank with their text, and scores of an analysis against them."""
import dataclasses
import io


@dataclasses.dataclass
class Word:
    span: tuple
    form: str
    lemma: str
    upos: str
    head: int  # counted from 1 within the sentence; 0 is the root
    relation: str


@dataclasses.dataclass
class Document:
    id: str
    text: str = ""
    sentences: list = dataclasses.field(default_factory=list)


def documents(path):
    """Documents with the text that their forms, spaces and paragraphs make."""
    found, rows, paragraph = [], [], True
    for line in io.open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            found.append(Document(line.split("=", 1)[1].strip()))
            paragraph = True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            _append(found[-1], rows, paragraph)
            rows, paragraph = [], False
    return found


def _append(document, rows, paragraph):
    if paragraph and document.text:
        document.text = document.text.rstrip(" ") + "\n\n"
    words, last, surface = [], 0, None
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            last, surface, start = int(row[0].split("-")[1]), row, len(document.text)
            at, parts = start, sum("-" not in r[0] and "." not in r[0]
                                   and int(row[0].split("-")[0]) <= int(r[0]) <= last for r in rows)
            document.text += surface[1]
            continue
        if int(row[0]) <= last:
            parts -= 1
            end = at + len(row[1]) if parts else start + len(surface[1])
            span, at = (at, end), end
            row_of_space = surface if int(row[0]) == last else None
        else:
            span = (len(document.text), len(document.text) + len(row[1]))
            document.text += row[1]
            row_of_space = row
        if row_of_space and "SpaceAfter=No" not in row_of_space[9]:
            document.text += " "
        words.append(Word(span, row[1], row[2], row[3], int(row[6]), row[7]))
    document.sentences.append(words)


def parse(output):
    """The sentences of an analysis in CoNLL-U, in order, each with its words and its name tags."""
    sentences, words, names = [], [], []
    for line in output.split("\n"):
        if line and not line.startswith("#"):
            row = line.split("\t")
            misc = dict(x.split("=", 1) for x in row[9].split("|"))
            span = (int(misc["start_char"]), int(misc["end_char"]))
            words.append(Word(span, row[1], row[2], row[3], int(row[6]), row[7]))
            names.append(misc.get("NER", "O"))
        elif not line and words:
            sentences.append((words, names))
            words, names = [], []
    return sentences


def f1(right, gold, found):
    return 200 * right / max(gold + found, 1)


def columns(gold, found):
    """UPOS, lemma and LAS in per cent, on the same tokens."""
    right, total = [0, 0, 0], 0
    for expected, (words, _) in zip(gold, found, strict=True):
        for a, b in zip(expected, words, strict=True):
            total += 1
            right[0] += a.upos == b.upos
            right[1] += a.lemma == b.lemma
            right[2] += a.head == b.head and a.relation == b.relation
    return [100 * x / total for x in right]


def from_raw_text(gold, found):
    """F1 of tokens, sentences and labelled attachments; words correspond where their spans are the same."""
    counts = [[0, 0, 0] for _ in range(3)]
    for document, sentences in zip(gold, found, strict=True):
        expected = document.sentences
        words = [w for w, _ in sentences]
        for k, count in enumerate((_spans, _sentence_spans, _attachments)):
            a, b = count(expected), count(words)
            counts[k][0] += len(a & b)
            counts[k][1] += len(a)
            counts[k][2] += len(b)
    return [f1(*c) for c in counts]


def _spans(sentences):
    return {w.span for s in sentences for w in s}


def _sentence_spans(sentences):
    return {(s[0].span[0], s[-1].span[1]) for s in sentences}


def _attachments(sentences):
    return {(w.span, s[w.head - 1].span if w.head else None, w.relation) for s in sentences for w in s}

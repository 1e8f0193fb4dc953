"""Sentences as tensors. Position 0 of every sentence is the root, read at [CLS]."""
import random

import torch

import labels
from shapes import shape

IGNORE = -100


def encode(sentence, words, index, pieces):
    """One sentence with the given forms (they may be cased otherwise) as lists of numbers."""
    ids, piece_shapes, first, count = [pieces.start], [0], [0], [1]
    word_shapes = [0]
    for i, word in enumerate(words):
        found = pieces.pieces(word)
        kind = shape(word, i == 0)
        first.append(len(ids))
        count.append(len(found))
        ids += found
        piece_shapes += [kind] * len(found)
        word_shapes.append(kind)
    ids.append(pieces.end)
    piece_shapes.append(0)
    row = {"ids": ids, "piece_shapes": piece_shapes, "first": first, "count": count, "word_shapes": word_shapes}
    n = len(words)
    if sentence.upos:
        at = lambda table, values: [IGNORE] + [table.get(v, IGNORE) for v in values]
        row["upos"], row["xpos"] = at(index["upos"], sentence.upos), at(index["xpos"], sentence.xpos)
        row["edits"] = [IGNORE] + [index["edits"].get(labels.lemma_edit(f, l), IGNORE)
                                   for f, l in zip(words, sentence.lemma)]
        row["head"], row["relation"] = [IGNORE] + list(sentence.head), at(index["relations"], sentence.relation)
    else:
        for key in ("upos", "xpos", "edits", "head", "relation"):
            row[key] = [IGNORE] * (n + 1)
    row["names"], row["name_weight"] = sentence.entities, sentence.weight
    return row


def collate(rows, name_labels):
    """Padded tensors of encoded sentences."""
    length, words = max(len(r["ids"]) for r in rows), max(len(r["first"]) for r in rows)
    pad = lambda key, size, value: torch.tensor([r[key] + [value] * (size - len(r[key])) for r in rows])
    allowed = torch.zeros(len(rows), words, name_labels)
    for i, r in enumerate(rows):
        for j, kinds in enumerate(r["names"] or []):
            for kind in kinds:
                allowed[i, j + 1, kind] = r["name_weight"]
    return {"pieces": pad("ids", length, 0), "piece_shapes": pad("piece_shapes", length, 0),
            "piece_mask": torch.tensor([[1] * len(r["ids"]) + [0] * (length - len(r["ids"])) for r in rows]),
            "first": pad("first", words, 0), "count": pad("count", words, 1),
            "word_shapes": pad("word_shapes", words, 0),
            "word_mask": torch.tensor([[1] * len(r["first"]) + [0] * (words - len(r["first"])) for r in rows]).bool(),
            **{key: pad(key, words, IGNORE) for key in ("upos", "xpos", "edits", "head", "relation")},
            "allowed": allowed}


SMALL = {"a", "an", "the", "of", "in", "on", "for", "to", "and", "at", "by", "with", "from", "as", "or"}


def recase(sentence, dice):
    """Now and then a sentence in lower case, in capitals or cased like a headline."""
    draw = dice.random()
    if draw < 0.03:
        return [w.lower() for w in sentence.words]
    if draw < 0.045:
        return [w.upper() for w in sentence.words]
    if draw < 0.08:
        return [w if w.lower() in SMALL or not w[:1].islower() else w[0].upper() + w[1:] for w in sentence.words]
    return sentence.words


def without_stop(sentence, dice):
    """Now and then a sentence without its full stop, like a headline."""
    if sentence.words[-1] != "." or len(sentence.words) < 3 or dice.random() > 0.06:
        return sentence
    if sentence.head and len(sentence.words) in sentence.head:
        return sentence
    cut = lambda column: column[:-1] if column else column
    return type(sentence)(cut(sentence.words), cut(sentence.upos), cut(sentence.xpos), cut(sentence.lemma),
                          cut(sentence.head), cut(sentence.relation), cut(sentence.entities), sentence.document,
                          sentence.weight)


def epoch(sentences, index, pieces, seed, size, longest=120):
    """Shuffled batches of sentences of like length, about `size` word pieces each."""
    dice = random.Random(seed)
    rows = []
    for s in sentences:
        s = without_stop(s, dice)
        words = recase(s, dice)
        row = encode(s, words, index, pieces)
        if len(row["ids"]) <= longest:
            rows.append(row)
    rows.sort(key=lambda r: (len(r["ids"]) + dice.random() * 6))
    batches, batch = [], []
    for row in rows:
        if batch and (len(batch) + 1) * max(len(r["ids"]) for r in batch + [row]) > size:
            batches.append(batch)
            batch = []
        batch.append(row)
    if batch:
        batches.append(batch)
    dice.shuffle(batches)
    return batches

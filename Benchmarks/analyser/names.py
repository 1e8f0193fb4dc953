"""Scores of names on the corpora whose types are mapped in Training/corpora.py."""
KINDS = ("person", "organization", "place")


def spans(tags):
    found, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, kind))
            start = None
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return found


def gold_tags(sentence, labels):
    """The one tag that a guideline asks for; words of which it says nothing definite count as outside."""
    return [labels[next(iter(a))] if len(a) == 1 else "O" for a in sentence.entities]


def scores(sentences, tags, labels):
    """F1 of exact spans with their kind: of all three kinds together, and of organisations alone."""
    counts = {"all": [0, 0, 0], "organization": [0, 0, 0]}
    for sentence, found in zip(sentences, tags, strict=True):
        gold = {x for x in spans(gold_tags(sentence, labels)) if x[2] in KINDS}
        got = {x for x in spans(found) if x[2] in KINDS}
        for kind, count in counts.items():
            a, b = ({x for x in xs if kind in ("all", x[2])} for xs in (gold, got))
            count[0] += len(a & b)
            count[1] += len(a)
            count[2] += len(b)
    return {k: 200 * right / max(gold + got, 1) for k, (right, gold, got) in counts.items()}

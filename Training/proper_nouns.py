"""The names of a treebank without labels of names, as far as its tags and a trained model tell them.

The tags tell what is a name; of which kind, the model says over all of a document: where it is sure, that kind is asked
for, else any kind of name will do.
"""
import collections

import torch

import batches
import corpora
from news import INNER, TITLES

KINDS = ("person", "organization", "place", "thing")
ANY_NAME = corpora.labels(*KINDS)
NO_NAME = {corpora.LABEL["O"]} | corpora.labels("date", "thing")
NOTHING_KNOWN = corpora.ANYTHING


@torch.no_grad()
def beliefs(model, sentences, index, pieces, size=3000):
    """The probabilities of the labels of each word, a tensor a sentence."""
    model.eval()
    rows = [batches.encode(s, s.words, index, pieces) for s in sentences]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["ids"]))
    found, batch = [None] * len(rows), []
    for i in order + [None]:
        if batch and (i is None or (len(batch) + 1) * len(rows[i]["ids"]) > size):
            scores = model(batches.collate([rows[j] for j in batch], len(corpora.ENTITY_LABELS)))["names"].softmax(-1)
            for k, j in enumerate(batch):
                found[j] = scores[k, 1:len(sentences[j].words) + 1]
            batch = []
        batch.append(i)
    return found


def allowed(word, is_name, is_inner, shares):
    """The labels that a word may have; `shares` are those of the kinds, the date and nothing among the word's mentions."""
    if not is_name:
        return NOTHING_KNOWN if is_inner or word[:1].isupper() else NO_NAME
    if word.lower() in TITLES or shares["O"] > 0.95:
        return NOTHING_KNOWN
    if shares["date"] + shares["thing"] > 0.5:
        return NO_NAME
    best = max(KINDS[:3], key=shares.get)
    return corpora.labels(best) if shares[best] > 0.75 * sum(shares[k] for k in KINDS) else ANY_NAME


def label(model, sentences, index, pieces, weight=0.5):
    """The sentences of a treebank with the labels that each word may have."""
    probabilities = beliefs(model, sentences, index, pieces)
    columns = {k: sorted(corpora.labels(k)) for k in KINDS + ("date",)} | {"O": [corpora.LABEL["O"]]}
    totals = collections.defaultdict(collections.Counter)
    for s, rows in zip(sentences, probabilities):
        for word, row in zip(s.words, rows.tolist()):
            for kind, at in columns.items():
                totals[s.document, word][kind] += sum(row[i] for i in at)
    out = []
    for s in sentences:
        names = [u == "PROPN" or x in ("NNP", "NNPS") for u, x in zip(s.upos, s.xpos)]
        entities = []
        for i, word in enumerate(s.words):
            counts = totals[s.document, word]
            shares = {k: counts[k] / counts.total() for k in columns}
            inner = word.lower() in INNER and any(names[:i][-2:]) and any(names[i + 1:i + 3])
            entities.append(set(allowed(word, names[i], inner, shares)))
        out.append(corpora.Sentence(s.words, s.upos, s.xpos, s.lemma, s.head, s.relation, entities, s.document, weight))
    return out

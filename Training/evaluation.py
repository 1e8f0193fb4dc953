"""Scores of a model in memory on gold tokens: a watch during training and the table of the model card."""
import torch

import batches
import labels as edits
from decoding import decode_names, spanning_tree


@torch.no_grad()
def predict(model, sentences, index, lists, pieces, size=3000):
    """One dictionary of columns a sentence, in order; sentences over 500 pieces are cut by the caller."""
    model.eval()
    device = next(model.parameters()).device
    rows = [batches.encode(s, s.words, index, pieces) for s in sentences]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["ids"]))
    results, batch = [None] * len(rows), []

    def run():
        encoded = batches.collate([rows[i] for i in batch], len(lists["names"]))
        encoded = {k: v.to(device) if torch.is_tensor(v) else v for k, v in encoded.items()}
        out = model(encoded)
        tags = out["tags"].split([model.sizes[k] for k in ("upos", "xpos", "edits")], -1)
        for k, i in enumerate(batch):
            n = len(sentences[i].words)
            upos, xpos, edit = ([lists[name][j] for j in t[k, 1:n + 1].argmax(-1).tolist()]
                                for name, t in zip(("upos", "xpos", "edits"), tags))
            scores = out["arcs"][k, 1:n + 1, :n + 1].float().log_softmax(-1)
            heads = spanning_tree(scores.tolist())
            picked = out["relation_head"][k, torch.tensor(heads, device=device)]
            relation = model.relations(out["relation_dependent"][k, 1:n + 1], picked).float()
            root = index["relations"]["root"]
            for j, h in enumerate(heads):
                relation[j, root] = 1e4 if h == 0 else -1e4
            names = decode_names(out["names"][k, 1:n + 1].float().log_softmax(-1).tolist(), lists["names"])
            results[i] = {"upos": upos, "xpos": xpos, "heads": heads, "names": names,
                          "lemma": [edits.apply_edit(w, e) for w, e in zip(sentences[i].words, edit)],
                          "relation": [lists["relations"][j] for j in relation.argmax(-1).tolist()]}

    for i in order:
        if batch and (len(batch) + 1) * len(rows[i]["ids"]) > size:
            run()
            batch = []
        batch.append(i)
    if batch:
        run()
    return results


def spans(tags):
    found, start = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not tag.startswith("I-"):
            found.add((start, i, kind))
            start = None
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return found


def gold_tags(sentence, names):
    """The one tag that a guideline asks for; words of which it says nothing definite count as outside."""
    return [names[next(iter(a))] if len(a) == 1 else "O" for a in sentence.entities]


def syntax(sentences, predictions):
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las"), 0)
    total = 0
    for s, p in zip(sentences, predictions):
        for i in range(len(s.words)):
            total += 1
            right["upos"] += s.upos[i] == p["upos"][i]
            right["xpos"] += s.xpos[i] == p["xpos"][i]
            right["lemma"] += s.lemma[i] == p["lemma"][i]
            attached = s.head[i] == p["heads"][i]
            right["uas"] += attached
            right["las"] += attached and s.relation[i] == p["relation"][i]
    return {k: 100 * v / max(total, 1) for k, v in right.items()}


def names(sentences, predictions, labels, kinds=("person", "organization", "place")):
    """F1 of exact spans with their kind, over the kinds together and each alone."""
    counts = {k: [0, 0, 0] for k in ("all",) + tuple(kinds)}
    for s, p in zip(sentences, predictions):
        gold = {x for x in spans(gold_tags(s, labels)) if x[2] in kinds}
        got = {x for x in spans(p["names"]) if x[2] in kinds}
        for k in counts:
            pick = lambda xs: {x for x in xs if k in ("all", x[2])}
            counts[k][0] += len(pick(gold) & pick(got))
            counts[k][1] += len(pick(gold))
            counts[k][2] += len(pick(got))
    return {k: 200 * hit / max(g + p, 1) for k, (hit, g, p) in counts.items()}


def watched(parts, most=400):
    """Evenly spread sentences of the tuning data, enough to see how the training goes."""
    return {name: sentences[::max(1, len(sentences) // most)] for name, sentences in parts.items()}


def summary(model, parts, index, lists, pieces):
    out = []
    for name, sentences in parts.items():
        sentences = [s for s in sentences if len(s.words) < 250]
        predictions = predict(model, sentences, index, lists, pieces)
        if sentences[0].upos:
            out.append(name + " " + " ".join(f"{k} {v:.2f}" for k, v in syntax(sentences, predictions).items()))
        if sentences[0].entities:
            out.append(name + " NER " + " ".join(
                f"{k[:3]} {v:.1f}" for k, v in names(sentences, predictions, lists["names"]).items()))
    return " | ".join(out)

"""What trained weights make of the training sentences, for a second network to learn beside the labels.

A network that learns another's scores beside the labels can end better than the other (Furlanello et al. 2018, "Born
Again Neural Networks"); sentences without trees and tags of their own are given the teacher's. The mean of both networks'
weights (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models") keeps the gain and stays near to the teacher.
"""
import copy
import time

import torch
import torch.nn.functional as F

import batches


@torch.no_grad()
def teach(model, sentences, index, pieces, size=3000, longest=120):
    """Gives the sentences the teacher's scores: log odds in half precision, one row a word and one for the root."""
    model.eval()
    count, batch, started = 0, [], time.time()
    rows = [(s, batches.encode(s, s.words, index, pieces)) for s in sentences]
    rows = sorted((r for r in rows if len(r[1]["ids"]) <= longest), key=lambda r: len(r[1]["ids"]))
    for row in rows + [None]:
        if batch and (row is None or (len(batch) + 1) * len(row[1]["ids"]) > size):
            tensors = batches.collate([r for _, r in batch], model.sizes["names"])
            out = model(tensors)
            upos, xpos, _ = out["tags"].split([model.sizes[k] for k in ("upos", "xpos", "edits")], -1)
            arcs = out["arcs"].masked_fill(~tensors["word_mask"][:, None, :], -1e4)
            given = tensors["head"] != batches.IGNORE
            heads = torch.where(given, tensors["head"], arcs.argmax(-1))
            for k, (s, r) in enumerate(batch):
                n = len(r["first"])
                relation = model.relations(out["relation_dependent"][k, :n], out["relation_head"][k, heads[k, :n]])
                count += 1
                s.taught = {key: value.log_softmax(-1).half() for key, value in (
                    ("upos", upos[k, :n]), ("xpos", xpos[k, :n]), ("arcs", arcs[k, :n, :n]),
                    ("names", out["names"][k, :n]), ("relations", relation))} | {"heads": heads[k, :n].short()}
            batch = []
        batch.append(row)
    print(f"teacher: {count} sentences, {time.time() - started:.0f}s", flush=True)


def loss_of(model, out, tags, batch, labelled=0.5, bare=0.25):
    """Cross-entropy against the teacher's odds over the sentences that it has read."""
    taught = [(k, t) for k, t in enumerate(batch["taught"]) if t is not None]
    losses = {}
    if not taught:
        return losses
    share = {k: labelled if batch["trees"][k] else bare for k, _ in taught}

    def add(name, weight, scores, targets, weights):
        log = torch.cat(scores).float().log_softmax(-1)
        target = torch.cat(targets).float().exp()
        weights = torch.cat(weights)
        each = -(target * log).sum(-1)
        losses["t_" + name] = weight * (each * weights).sum() / len(weights)

    ones = lambda k, n: torch.full((n - 1,), share[k])
    sizes = {k: len(t["upos"]) for k, t in taught}
    weights = [ones(k, sizes[k]) for k, _ in taught]
    add("upos", 0.4, [tags[0][k, 1:sizes[k]] for k, _ in taught], [t["upos"][1:] for _, t in taught], weights)
    add("xpos", 0.6, [tags[1][k, 1:sizes[k]] for k, _ in taught], [t["xpos"][1:] for _, t in taught], weights)
    longest = max(sizes.values())
    padded = lambda x, n, value: F.pad(x[1:n, :n].float(), (0, longest - n), value=value)
    add("arcs", 1.0, [padded(out["arcs"][k], sizes[k], -1e4) for k, _ in taught],
        [padded(t["arcs"], sizes[k], -1e4) for k, t in taught], weights)
    names = [among(t["names"][1:], batch["allowed"][k, 1:sizes[k]]) for k, t in taught]
    add("names", 0.5, [out["names"][k, 1:sizes[k]] for k, _ in taught], names, weights)
    dependents = torch.cat([out["relation_dependent"][k, 1:sizes[k]] for k, _ in taught])
    heads = torch.cat([out["relation_head"][k, t["heads"][1:].long()] for k, t in taught])
    add("relations", 1.0, [model.relations(dependents, heads)], [t["relations"][1:] for _, t in taught], weights)
    return losses


def among(log, allowed):
    """The teacher's odds among the labels that the corpus allows a word; of words without labels all."""
    closed = (allowed == 0) & (allowed.sum(-1, keepdim=True) > 0)
    return log.float().masked_fill(closed, -1e4).log_softmax(-1)


def mean(networks, shares):
    """A network whose weights are those of several, each by its share."""
    states = [network.state_dict() for network in networks]
    out = copy.deepcopy(networks[0])
    out.load_state_dict({key: sum(share * state[key] for share, state in zip(shares, states)) for key in states[0]})
    return out

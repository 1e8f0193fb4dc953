#!/usr/bin/env python3
"""Fits the layers that tell names anew, on the word vectors of trained weights, which stay as they are.

usage: refit_names.py --corpora FOLDER --encoder MODEL_FOLDER --program DATELINE --weights analyser.safetensors [--out FILE]

All other tensors of the file stay the same to the bit, so that tags and trees do too.
"""
import argparse
import os
import pathlib
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

import batches
import corpora
import evaluation
import export
import news
import own_sentences
import restore
from wordpieces import WordPieces


class Vectors:
    """The word vectors of sentences before the layers of names, with the labels that each word may have."""

    def __init__(self, model, sentences, index, pieces, dice):
        rows = [batches.encode(s, words, index, pieces) for s, words in variants(sentences, dice)]
        rows = sorted((r for r in rows if len(r["ids"]) <= 250), key=lambda r: len(r["ids"]))
        vectors, allowed, batch = [], [], []
        for row in rows + [None]:
            if batch and (row is None or (len(batch) + 1) * len(row["ids"]) > 3000):
                tensors = batches.collate(batch, len(corpora.ENTITY_LABELS))
                states = model.encode(tensors["pieces"], tensors["piece_shapes"], tensors["piece_mask"])
                words = model.words("name", states, tensors["first"], tensors["count"], tensors["word_shapes"])
                # What any label is right for teaches nothing.
                taught = (tensors["allowed"] > 0).sum(-1)
                at = (taught > 0) & (taught < len(corpora.ENTITY_LABELS))
                vectors.append(words[at].half())
                allowed.append(tensors["allowed"][at].half())
                batch = []
            batch.append(row)
        self.vectors, self.allowed = torch.cat(vectors), torch.cat(allowed)


def variants(sentences, dice):
    """The sentences as they are, and one in six once more in small letters, in capitals or like a headline."""
    for s in sentences:
        yield s, s.words
        if dice.random() < 1 / 6:
            words = s.words
            while words is s.words:
                words = batches.recase(s, dice)
            yield s, words


def fit(model, data, epochs, rate, size=3000):
    layers = [model.name, model.names]
    optimizer = torch.optim.AdamW([p for m in layers for p in m.parameters()], betas=(0.9, 0.98), weight_decay=0.01)
    count = len(data.vectors)
    total, step = epochs * (count // size), 0
    model.head_dropout.train()
    for _ in range(epochs):
        for rows in torch.randperm(count).split(size)[:count // size]:
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, step / 30) * min(1.0, (total - step) / (0.7 * total))
            hidden = F.gelu(model.name(model.head_dropout(data.vectors[rows].float())), approximate="tanh")
            log = model.names(model.head_dropout(hidden)).log_softmax(-1)
            allowed = data.allowed[rows].float()
            weight = allowed.max(-1).values
            known = log.masked_fill(allowed == 0, -1e4).logsumexp(-1)
            loss = -(known * weight).sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for m in layers for p in m.parameters()], 2.0)
            optimizer.step()


def written(tensors, model):
    """The tensors of a weights file with the layers of names of a model."""
    out = dict(tensors)
    for name in ("name", "names"):
        module = getattr(model, name)
        out[name + ".weight"], out[name + ".scale"] = export.quantised(module.weight.detach())
        out[name + ".bias"] = module.bias.detach()
    return {k: v.contiguous() for k, v in out.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, required=True)
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--program", required=True, help="the dateline program, which divides news into words")
    ap.add_argument("--weights", type=pathlib.Path, required=True)
    ap.add_argument("--out", type=pathlib.Path, help="the file to write; left out, the weights themselves")
    ap.add_argument("--epochs", type=int, default=2)
    ap.add_argument("--rate", type=float, default=5e-4)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    tensors, configuration = restore.read(args.weights)
    model, lists = restore.network(tensors, configuration)
    for parameter in model.parameters():
        parameter.requires_grad = False
    model.eval()
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    data = corpora.load(args.corpora)
    dev = {k: v for k, v in data["dev"].items() if v[0].entities}

    def report(title):
        print(title, evaluation.summary(model, dev, index, lists, pieces), flush=True)

    report("before:")
    started = time.time()
    sentences = corpora.epoch(data, 0) + news.by_hand(args.corpora, args.program) + own_sentences.load(args.program)
    taught = Vectors(model, [s for s in sentences if s.entities], index, pieces, random.Random(args.seed))
    print(f"{len(taught.vectors)} words, {time.time() - started:.0f}s", flush=True)
    for module in (model.name, model.names):
        for parameter in module.parameters():
            parameter.requires_grad = True
    fit(model, taught, args.epochs, args.rate)
    model.eval()
    report("after:")
    out = args.out or args.weights
    save_file(written(tensors, model), f"{out}.part", metadata={"configuration": configuration})
    os.replace(f"{out}.part", out)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Trains the analyser from the corpora and MiniLM's weights; see README.md.

usage: train.py --corpora FOLDER --encoder MODEL_FOLDER --out work [--layers 4] [--epochs 7]
       train.py … --start work/checkpoint.pt --program DATELINE --epochs 3 --rate 0.4   (refines with news, see news.py)
       train.py … --teacher analyser.safetensors --program DATELINE --epochs 6 --rate 0.8   (once more, see teaching.py)
"""
import argparse
import math
import pathlib
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import batches
import corpora
import evaluation
import export
import labels
import news
import own_sentences
import replacing
import restore
import teaching
from model import Analyser, GROUPS
from shapes import NAMES
from wordpieces import WordPieces


def load_encoder(model, folder):
    """MiniLM's lower layers; its type embedding is added to the positions."""
    w = load_file(folder / "model.safetensors")
    w = {k.removeprefix("bert."): v for k, v in w.items()}
    with torch.no_grad():
        model.word.weight.copy_(w["embeddings.word_embeddings.weight"])
        model.position.weight.copy_(w["embeddings.position_embeddings.weight"]
                                    + w["embeddings.token_type_embeddings.weight"][0])
        copy = lambda ours, name: (ours.weight.copy_(w[name + ".weight"]), ours.bias.copy_(w[name + ".bias"]))
        copy(model.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(model.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([w[p + ".weight"] for p in parts]))
            layer.qkv.bias.copy_(torch.cat([w[p + ".bias"] for p in parts]))
            copy(layer.output, at + "attention.output.dense")
            copy(layer.norm1, at + "attention.output.LayerNorm")
            copy(layer.up, at + "intermediate.dense")
            copy(layer.down, at + "output.dense")
            copy(layer.norm2, at + "output.LayerNorm")


def loss_of(model, batch):
    out = model(batch)
    tags = out["tags"].float().split([model.sizes[k] for k in ("upos", "xpos", "edits")], -1)
    losses = {}

    def cross_entropy(name, scores, gold, weight):
        if (gold != batches.IGNORE).any():
            losses[name] = weight * F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=batches.IGNORE,
                                                    label_smoothing=0.02)
    cross_entropy("upos", tags[0], batch["upos"], 0.4)
    cross_entropy("xpos", tags[1], batch["xpos"], 0.6)
    cross_entropy("edits", tags[2], batch["edits"], 0.4)
    arcs = out["arcs"].float().masked_fill(~batch["word_mask"][:, None, :], -1e4)
    cross_entropy("arcs", arcs, batch["head"], 1.0)
    rows, at = (batch["head"] != batches.IGNORE).nonzero(as_tuple=True)
    if len(rows):
        scores = model.relations(out["relation_dependent"][rows, at], out["relation_head"][rows, batch["head"][rows, at]])
        losses["relations"] = F.cross_entropy(scores.float(), batch["relation"][rows, at], ignore_index=batches.IGNORE,
                                              label_smoothing=0.02)
    allowed = batch["allowed"]
    weight = allowed.max(-1).values
    if weight.sum() > 0:
        log = out["names"].float().log_softmax(-1)
        known = log.masked_fill(allowed == 0, -1e4).logsumexp(-1)
        losses["names"] = -1.5 * (known * weight).sum() / weight.sum()
    losses |= teaching.loss_of(model, out, tags, batch)
    return sum(losses.values()), losses


def parameter_groups(model):
    encoder, norms, heads, biaffine = [], [], [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if "norm" in name or "shape" in name or name.startswith("mix"):
            norms.append(p)
        elif name.startswith("layers"):
            encoder.append(p)
        elif name.startswith(("tag", "name")):
            heads.append(p)
        else:
            biaffine.append(p)
    return [{"params": encoder, "lr": 1.5e-4, "weight_decay": 0.01}, {"params": norms, "lr": 5e-4, "weight_decay": 0.0},
            {"params": heads, "lr": 1e-3, "weight_decay": 0.01}, {"params": biaffine, "lr": 8e-4, "weight_decay": 0.01}]


def watched(parts, most=400):
    """Evenly spread sentences of the tuning data, enough to see how the training goes."""
    return {name: sentences[::max(1, len(sentences) // most)] for name, sentences in parts.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, default=pathlib.Path("../../shared/corpora"))
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with model.safetensors and vocab.txt")
    ap.add_argument("--out", type=pathlib.Path, default=pathlib.Path("work"))
    ap.add_argument("--layers", type=int, default=4)
    ap.add_argument("--epochs", type=int, default=7)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--start", type=pathlib.Path, help="checkpoint to go on from")
    ap.add_argument("--teacher", type=pathlib.Path, help="weights file to start from and whose scores are learnt too")
    ap.add_argument("--share", type=float, default=0.5, help="part of the new weights in what is written beside the teacher's")
    ap.add_argument("--program", help="the dateline program, with which names are learnt from news too")
    ap.add_argument("--rate", type=float, default=1.0, help="learning rates against those of a first training")
    ap.add_argument("--steps", type=int, help="stop after so many steps (for trying out)")
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)

    data = corpora.load(args.corpora)
    saved, teacher = None, None
    if args.start:
        saved = torch.load(args.start, weights_only=True)
        lists = saved["lists"]
    elif args.teacher:
        teacher, lists = restore.network(*restore.read(args.teacher))
    else:
        lists = labels.collect(data["steady"]) | {"names": corpora.ENTITY_LABELS}
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    model = Analyser({k: len(v) for k, v in lists.items()}, args.layers, len(NAMES))
    if saved:
        model.load_state_dict(saved["model"])
    elif teacher:
        model.load_state_dict(teacher.state_dict())
    else:
        load_encoder(model, args.encoder)
    optimizer = torch.optim.AdamW(parameter_groups(model), betas=(0.9, 0.98))
    made, found = news.load(args.corpora, args.program) if args.program else ([], [])
    written = own_sentences.load(args.program) if args.program else []
    if teacher:
        teaching.teach(teacher, data["steady"] + data["rotating"] + made + found + written, index, pieces)
    sentences = [corpora.epoch(data, number) for number in range(args.epochs)]
    if args.program:
        print(f"news: {len(made)} sentences with names by hand, {len(found)} by the program; {len(written)} written", flush=True)
        names = replacing.Names(data["steady"] + made + written)
        sentences = [names.mixed(s + made + found[i % 3::3], args.seed + i) + written for i, s in enumerate(sentences)]
    epochs = [batches.epoch(s, index, pieces, args.seed + number) for number, s in enumerate(sentences)]
    total = sum(len(rows) for rows in epochs)
    print(f"{len(sentences[0])} sentences, {len(epochs[0])} batches an epoch, labels "
          + ", ".join(f"{k} {len(v)}" for k, v in lists.items()), flush=True)
    rates = [args.rate * g["lr"] for g in optimizer.param_groups]
    step, started = 0, time.time()
    for epoch in range(args.epochs):
        model.train()
        running, skipped = {}, 0
        for rows in epochs[epoch]:
            step += 1
            factor = min(1.0, step / 80) * min(1.0, max(0.0, (total - step) / (0.75 * total)))
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * factor
            batch = batches.collate(rows, len(lists["names"]))
            loss, losses = loss_of(model, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            if not math.isfinite(norm):
                skipped += 1
                continue
            optimizer.step()
            for k, v in losses.items():
                running[k] = 0.98 * running.get(k, v.item()) + 0.02 * v.item()
            if step in (1, 2, 5, 10, 20, 50) or step % 100 == 0:
                print(f"step {step}/{total} {time.time() - started:.0f}s norm {norm:.2f} skipped {skipped} "
                      + " ".join(f"{k} {v:.3f}" for k, v in running.items()), flush=True)
            if args.steps and step >= args.steps:
                break
        export.save(model, lists, pieces.names, args.out / "analyser.safetensors")
        torch.save({"model": model.state_dict(), "lists": lists, "layers": args.layers}, args.out / "checkpoint.pt")
        print(f"epoch {epoch + 1}: {time.time() - started:.0f}s "
              + evaluation.summary(model, watched(data["dev"]), index, lists, pieces), flush=True)
        if args.steps and step >= args.steps:
            break
    if teacher:
        mean = teaching.mean([teacher, model], [1 - args.share, args.share])
        export.save(mean, lists, pieces.names, args.out / "analyser.safetensors")
        print("mean of both: " + evaluation.summary(mean, watched(data["dev"]), index, lists, pieces), flush=True)


if __name__ == "__main__":
    main()

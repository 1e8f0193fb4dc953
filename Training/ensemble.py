#!/usr/bin/env python3
"""Trains several large networks, and one small one on what they say together beside the labels.

usage: ensemble.py teacher --data work/prepared.pt --encoder MODEL_FOLDER --out work/teacher-1.pt --seed 1
       ensemble.py scores --data work/prepared.pt --variant 0 --out work/scores-0.pt work/teacher-*.pt
       ensemble.py student --data work/prepared.pt --encoder MODEL_FOLDER --scores work/scores-*.pt --out work/analyser.safetensors

A small network that learns the mean of the odds of several larger ones is better than one that learns labels alone
(Hinton et al. 2015, "Distilling the Knowledge in a Neural Network"). All of it runs on an accelerator where there is one.
"""
import argparse
import pathlib
import time

import torch

import evaluation
import export
import learning
import prepare
from learning import TAGS, arcs, device
from model import Analyser
from shapes import NAMES

WEIGHTS = {"upos": 0.4, "xpos": 0.6, "edits": 0.4, "arcs": 1.0, "relations": 1.0, "names": 1.5}


def network(data, layers):
    return Analyser({k: len(v) for k, v in data["lists"].items()}, layers, len(NAMES))


def begun(data, args):
    """A network on the device whose layers are MiniLM's lower ones."""
    model = network(data, args.layers)
    learning.load_encoder(model, args.encoder)
    return model.to(device())


def teacher(args, data):
    model = begun(data, args)

    def loss(model, at):
        batch = prepare.expand(prepare.batch(data, at), device())
        return learning.loss_of(model, model(batch), batch)

    learning.fit(model, list(learning.shuffled(data["variants"], ["labelled"], args.epochs, args.seed)), args.rate, loss)
    torch.save({"model": {k: v.half() for k, v in model.state_dict().items()}, "layers": args.layers}, args.out)
    show(model, data)


@torch.no_grad()
def scores(args, data):
    """Writes the logarithm of the teachers' mean odds for the batches of one variant."""
    teachers = []
    for path in args.teachers:
        saved = torch.load(path, weights_only=True, map_location="cpu")
        model = network(data, saved["layers"])
        model.load_state_dict(saved["model"])
        teachers.append(model.to(device()).eval())
    started, out = time.time(), {}
    for kind, group in data["variants"][args.variant].items():
        out[kind] = []
        for batch in group:
            given = together(teachers, prepare.expand(batch, device()))
            out[kind].append({k: (v.half() if v.is_floating_point() else v.to(torch.int16)).cpu() for k, v in given.items()})
    torch.save(out, args.out)
    print(f"variant {args.variant}: {time.time() - started:.0f}s", flush=True)


def together(teachers, batch):
    """The logarithm of the networks' mean odds for a batch; relations are those to the gold heads or the likeliest."""
    outs = [model(batch) for model in teachers]
    mean = lambda values: torch.stack([v.float().softmax(-1) for v in values]).mean(0).clamp(min=1e-7).log()
    found = [learning.tags(m, o) for m, o in zip(teachers, outs)]
    result = {name: mean([f[name] for f in found]) for name in TAGS}
    result |= {"names": mean([o["names"] for o in outs]), "arcs": mean([arcs(o, batch) for o in outs])}
    result["heads"] = torch.where(batch["head"] >= 0, batch["head"], result["arcs"].argmax(-1))
    result["relations"] = mean([relations(m, o, result["heads"]) for m, o in zip(teachers, outs)])
    return result


def relations(model, out, heads):
    """Scores of the relations between all words of a batch and their heads."""
    picked = out["relation_head"].gather(1, heads[..., None].expand(-1, -1, out["relation_head"].shape[-1]))
    flat = model.relations(out["relation_dependent"].flatten(0, 1), picked.flatten(0, 1))
    return flat.view(*heads.shape, -1)


def taught_loss(model, batch, given, gold):
    """The loss against the teachers' odds and, `gold` times, against the labels; and its parts."""
    out = model(batch)
    whole, parts = learning.loss_of(model, out, batch)
    words = batch["word_mask"].clone()
    words[:, 0] = False
    found = learning.tags(model, out) | {
        "arcs": arcs(out, batch), "names": out["names"], "relations": relations(model, out, given["heads"].long())}
    taught = 0
    for name, weight in WEIGHTS.items():
        target = given[name].float()
        if name == "names":
            target = among(target, batch["allowed"])
        each = -(target[words].exp() * found[name][words].float().log_softmax(-1)).sum(-1)
        parts["t_" + name] = each.mean()
        taught = taught + weight * parts["t_" + name]
    return gold * whole + taught, parts


def among(log, allowed):
    """The odds among the labels that the corpus allows a word; of words without labels all."""
    closed = (allowed == 0) & (allowed.sum(-1, keepdim=True) > 0)
    return log.masked_fill(closed, -1e4).log_softmax(-1)


def student(args, data):
    model = begun(data, args)
    given = [torch.load(path, weights_only=True) for path in args.scores]
    if len(given) != len(data["variants"]):
        raise SystemExit(f"--scores: {len(given)} files for {len(data['variants'])} variants of {args.data}")

    def loss(model, at):
        variant, kind, number = at
        taught = {k: v.to(device()) for k, v in given[variant][kind][number].items()}
        return taught_loss(model, prepare.expand(prepare.batch(data, at), device()), taught, args.gold)

    epochs = list(learning.shuffled(data["variants"], ["labelled", "bare"], args.epochs, args.seed))
    learning.fit(model, epochs, args.rate, loss)
    export.save(model, data["lists"], data["vocabulary"], args.out)
    show(model, data)


def show(model, data):
    index = {k: {v: i for i, v in enumerate(values)} for k, values in data["lists"].items()}
    pieces = prepare.WordPieces(data["vocabulary"])
    print(evaluation.summary(model, data["dev"], index, data["lists"], pieces), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    stages = ap.add_subparsers(dest="stage", required=True)
    for name, layers, epochs in (("scores", 0, 0), ("teacher", 6, 13), ("student", 4, 23)):
        stage = stages.add_parser(name)
        stage.add_argument("--data", type=pathlib.Path, required=True, help="what prepare.py wrote")
        stage.add_argument("--out", type=pathlib.Path, required=True)
        if name == "scores":
            stage.add_argument("--variant", type=int, required=True)
            stage.add_argument("teachers", type=pathlib.Path, nargs="+")
            continue
        stage.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with model.safetensors")
        stage.add_argument("--layers", type=int, default=layers)
        stage.add_argument("--epochs", type=int, default=epochs)
        stage.add_argument("--rate", type=float, default=1.0, help="learning rates against the usual ones")
        stage.add_argument("--seed", type=int, default=1)
    stage.add_argument("--scores", type=pathlib.Path, nargs="+", required=True, help="of all variants, in order")
    stage.add_argument("--gold", type=float, default=0.5, help="weight of the labels beside the teachers' odds")
    args = ap.parse_args()
    torch.set_num_threads(1)
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.manual_seed(getattr(args, "seed", 1))
    data = prepare.load(args.data, device())
    {"teacher": teacher, "scores": scores, "student": student}[args.stage](args, data)


if __name__ == "__main__":
    main()

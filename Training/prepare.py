#!/usr/bin/env python3
"""Writes the training sentences as batches of tensors, so that training itself needs neither corpora nor program.

usage: prepare.py --corpora FOLDER --encoder MODEL_FOLDER --program DATELINE --out work/prepared.pt

A variant is an epoch of sentences: part of them with other names (replacing.py), cases and ends (batches.py), and the half
of the noisy data that is its turn. `bare` are batches of news that has no labels, which only a teacher's scores teach.
"""
import argparse
import csv
import json
import pathlib

import torch

import batches
import corpora
import evaluation
import labels
import news
import own_sentences
import replacing
from wordpieces import WordPieces

COLUMNS = ("pieces", "piece_shapes", "first", "count", "word_shapes", "upos", "xpos", "edits", "head", "relation")
BITS = 2 ** torch.arange(len(corpora.ENTITY_LABELS))


def compact(batch):
    """A collated batch in few bytes: whole numbers in 16 bits, the labels that a word may have as bits."""
    allowed = batch["allowed"] > 0
    return {key: batch[key].to(torch.int16) for key in COLUMNS} | {
        "piece_count": batch["piece_mask"].sum(1).to(torch.int16), "word_count": batch["word_mask"].sum(1).to(torch.int16),
        "allowed": (allowed * BITS).sum(-1).to(torch.int16), "weight": batch["allowed"].amax((1, 2))}


def expand(batch, device):
    """The collated batch that `compact` was given, on a device."""
    out = {key: batch[key].to(device).long() for key in COLUMNS}
    at = lambda like: torch.arange(like.shape[1], device=device)
    out["piece_mask"] = (at(out["pieces"]) < batch["piece_count"].to(device)[:, None]).long()
    out["word_mask"] = at(out["first"]) < batch["word_count"].to(device)[:, None]
    bits = (batch["allowed"].to(device).long()[..., None] & BITS.to(device)) > 0
    out["allowed"] = bits * batch["weight"].to(device)[:, None, None]
    return out


def load(path, device):
    """What this program wrote, its batches on a device."""
    data = torch.load(path, weights_only=False)
    for variant in data["variants"]:
        for kind, group in variant.items():
            variant[kind] = [{k: v.to(device) for k, v in batch.items()} for batch in group]
    return data


def batch(data, at):
    """The batch of prepared data with the numbers (variant, kind, batch)."""
    variant, kind, number = at
    return data["variants"][variant][kind][number]


def unlabelled(folder, program):
    """Sentences of news and encyclopaedia without labels: leads on disasters and passages about people."""
    records = (folder / "casualties/disasters.jsonl").read_text(encoding="utf-8").split("\n")
    texts = [json.loads(record)["text"] for record in records if record.strip()]
    with open(folder / "coreference/gap-development.tsv", encoding="utf-8", newline="") as file:
        texts += [row["Text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    rows = news.analysed(program, "\n\n".join(texts) + "\n")
    return [corpora.Sentence([r[0] for r in s]) for s in rows if 4 <= len(s) <= 70]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, required=True)
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--program", required=True, help="the dateline program, which divides news into words and finds its names")
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("--variants", type=int, default=4)
    ap.add_argument("--size", type=int, default=2800, help="word pieces a batch")
    args = ap.parse_args()
    torch.set_num_threads(1)
    data = corpora.load(args.corpora)
    lists = labels.collect(data["steady"]) | {"names": corpora.ENTITY_LABELS}
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    made, found = news.load(args.corpora, args.program)
    written = own_sentences.load(args.program)
    bare = unlabelled(args.corpora, args.program)
    names = replacing.Names(data["steady"] + made + written)
    variants = []
    for number in range(args.variants):
        sentences = names.mixed(corpora.epoch(data, number) + made + found[number % 3::3], number) + written

        def tensors(sentences):
            rows = batches.epoch(sentences, index, pieces, number, size=args.size)
            return [compact(batches.collate(batch, len(lists["names"]))) for batch in rows]

        variants.append({"labelled": tensors(sentences), "bare": tensors(bare[number % 2::2])})
        print(f"variant {number}: {len(sentences)} sentences, " + ", ".join(
            f"{len(v)} {k} batches" for k, v in variants[-1].items()), flush=True)
    torch.save({"lists": lists, "variants": variants, "vocabulary": pieces.names,
                "dev": evaluation.watched(data["dev"])}, args.out)


if __name__ == "__main__":
    main()

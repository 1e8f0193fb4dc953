#!/usr/bin/env python3
"""Prints a checkpoint's scores on the test parts, on gold tokens.

usage: evaluate.py --corpora FOLDER --encoder MODEL_FOLDER --checkpoint work/checkpoint.pt [--part test]
"""
import argparse
import pathlib

import torch

import corpora
import evaluation
from model import Analyser
from shapes import NAMES
from wordpieces import WordPieces


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, required=True)
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--checkpoint", type=pathlib.Path, required=True)
    ap.add_argument("--part", choices=["dev", "test"], default="test")
    args = ap.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(args.checkpoint, weights_only=True)
    lists = saved["lists"]
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    model = Analyser({k: len(v) for k, v in lists.items()}, saved["layers"], len(NAMES))
    model.load_state_dict(saved["model"])
    for name, sentences in corpora.load(args.corpora)[args.part].items():
        print(evaluation.summary(model, {name: sentences}, index, lists, pieces), flush=True)


if __name__ == "__main__":
    main()

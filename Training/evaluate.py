#!/usr/bin/env python3
"""Prints the scores of weights on the test parts, on gold tokens.

usage: evaluate.py --corpora FOLDER --encoder MODEL_FOLDER --weights work/analyser.safetensors [--part test]
"""
import argparse
import pathlib

import torch

import corpora
import evaluation
import restore
from wordpieces import WordPieces


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, required=True)
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--weights", type=pathlib.Path, required=True)
    ap.add_argument("--part", choices=["dev", "test"], default="test")
    args = ap.parse_args()
    torch.set_num_threads(1)
    model, lists = restore.network(*restore.read(args.weights))
    index = {k: {v: i for i, v in enumerate(values)} for k, values in lists.items()}
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    for name, sentences in corpora.load(args.corpora)[args.part].items():
        print(evaluation.summary(model, {name: sentences}, index, lists, pieces), flush=True)


if __name__ == "__main__":
    main()

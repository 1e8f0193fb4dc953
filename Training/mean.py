#!/usr/bin/env python3
"""Writes the mean of the weights of several networks with the same lists of labels.

usage: mean.py --out FILE WEIGHTS…

Networks that were trained on from the same weights can be averaged (Wortsman et al. 2022, "Model soups").
"""
import argparse
import pathlib

import export
import restore
import teaching


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("weights", type=pathlib.Path, nargs="+")
    args = ap.parse_args()
    files = [restore.read(path) for path in args.weights]
    networks, lists = zip(*(restore.network(*file) for file in files))
    for path, other in zip(args.weights, lists):
        if other != lists[0]:
            raise SystemExit(f"{path}: its labels are not those of {args.weights[0]}; only weights of one training go together")
    vocabulary = bytes(files[0][0]["vocabulary"].tolist()).decode().split("\n")
    export.save(teaching.mean(networks, [1 / len(networks)] * len(networks)), lists[0], vocabulary, args.out)


if __name__ == "__main__":
    main()

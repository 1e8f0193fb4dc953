#!/usr/bin/env python3
"""Writes the mean of the weights of several trained networks with the same lists of labels.

usage: mean.py --encoder MODEL_FOLDER --out FILE WEIGHTS…

Networks that were trained on from the same weights can be averaged (Wortsman et al. 2022, "Model soups").
"""
import argparse
import pathlib

import export
import restore
from wordpieces import WordPieces


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--encoder", type=pathlib.Path, required=True, help="folder with vocab.txt")
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("weights", type=pathlib.Path, nargs="+")
    args = ap.parse_args()
    networks = [restore.network(*restore.read(path)) for path in args.weights]
    model, lists = networks[0]
    for path, (_, other) in zip(args.weights, networks):
        if other != lists:
            raise SystemExit(f"{path}: its labels are not those of {args.weights[0]}; only weights of one training go together")
    states = [network.state_dict() for network, _ in networks]
    model.load_state_dict({key: sum(state[key] for state in states) / len(states) for key in states[0]})
    pieces = WordPieces((args.encoder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"))
    export.save(model, lists, pieces.names, args.out)


if __name__ == "__main__":
    main()

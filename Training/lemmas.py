#!/usr/bin/env python3
"""Writes the lexicon of inflected forms from the package lemminflect (data of the SPECIALIST Lexicon).

usage: lemmas.py > ../Sources/AnalyserWeights/lemmas.tsv
"""
import gzip
import importlib.util
import pathlib

CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "r"}
# Forms of which the treebanks' lemma is another or hangs on the sense: the network decides.
LEFT_ALONE = {"more", "most", "less", "least", "people", "better", "best", "worse", "worst", "data"}


def main():
    package = pathlib.Path(importlib.util.find_spec("lemminflect").origin).parent
    lines = set()
    with gzip.open(package / "resources/lemma_lu.csv.gz", "rt", encoding="utf-8") as file:
        for row in file:
            form, part, lemmas = row.strip().split(",", 2)
            lemmas = [lemma for lemma in lemmas.split("/") if lemma != form]
            if part in CLASSES and lemmas and form.isascii() and form.isalpha() and form not in LEFT_ALONE:
                lines.add(f"{form}\t{CLASSES[part]}\t{'/'.join(lemmas)}")
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()

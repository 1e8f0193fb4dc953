#!/usr/bin/env python3
"""Writes the lexicon of inflected forms from the package lemminflect (data of the SPECIALIST Lexicon), of nouns that have
no singular and of adjectives that are written with a capital.

usage: lemmas.py > ../Sources/AnalyserWeights/lemmas.tsv
"""
import gzip
import importlib.util
import pathlib

CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "r"}
# Forms of which the treebanks' lemma is another or hangs on the sense: the network decides.
LEFT_ALONE = {"more", "most", "less", "least", "people", "better", "best", "worse", "worst", "data"}
# Nouns whose lemma is the plural, as far as the treebanks agree on them.
PLURALS = """auspices clothes contents earnings economics feces finances genitals goods headquarters jeans means pants politics
proceedings regards remains savings specifics surroundings tenterhooks trousers whereabouts""".split()
# Adjectives of peoples, faiths and regions beside those of countries.tsv
PROPER = """african arab arabian asian buddhist caucasian christian european hebrew hindu hispanic islamic jewish kurdish latin
mayan muslim palestinian parisian persian roman saxon shia shiite sicilian soviet sunni tamil""".split()
COUNTRIES = pathlib.Path(__file__).resolve().parent.parent / "Sources/KnowledgeTables/tables/countries.tsv"


def proper_adjectives():
    """Adjectives of one word that are small letters but for the first."""
    rows = [l.split("\t") for l in COUNTRIES.read_text(encoding="utf-8").split("\n") if l and not l.startswith("#")][1:]
    adjectives = {a for r in rows for a in r[3].split("|") if a.isascii() and a.isalpha() and a == a.capitalize()}
    return adjectives | {a.capitalize() for a in PROPER}


def main():
    package = pathlib.Path(importlib.util.find_spec("lemminflect").origin).parent
    lines = set()
    with gzip.open(package / "resources/lemma_lu.csv.gz", "rt", encoding="utf-8") as file:
        for row in file:
            form, part, lemmas = row.strip().split(",", 2)
            lemmas = [lemma for lemma in lemmas.split("/") if lemma != form]
            if form in PLURALS and part == "noun":
                continue
            if part in CLASSES and lemmas and form.isascii() and form.isalpha() and form not in LEFT_ALONE:
                lines.add(f"{form}\t{CLASSES[part]}\t{'/'.join(lemmas)}")
    lines |= {f"{word}\tn\t{word}" for word in PLURALS}
    lines |= {f"{word.lower()}\ta\t{word}" for word in proper_adjectives()}
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()

"""Sentences whose names are exchanged for others of their kind, known or invented, so that the words around a name count."""
import collections
import dataclasses
import pathlib
import random

import corpora

TABLES = pathlib.Path(__file__).resolve().parent.parent / "Sources/KnowledgeTables/tables"
FAMILY = """Party Union Bank University Council Ministry Agency Group Institute Association Federation Committee Corporation
Company Court Authority Foundation Commission Front Alliance Times Airlines Energy Industries Holdings Motors Media Army""".split()
KINDS = ("person", "organization", "place")


def alike(new, old):
    """Whether names have as many words, none of them in small letters, and capitals throughout only where the other has."""
    return len(new) == len(old) and all(w[0].isupper() or old[i].islower() for i, w in enumerate(new)) and (
        new[0].isupper() <= old[0].isupper())


def column(name):
    """The first column of a knowledge table."""
    lines = (TABLES / name).read_text(encoding="utf-8").split("\n")
    return [l.split("\t")[0] for l in lines if l and not l.startswith("#")][1:]


class Spelling:
    """Letters after two others, counted over names: invents words that look like them."""

    def __init__(self, names):
        self.next = collections.defaultdict(list)
        for name in names:
            text = "^^" + name + "$"
            for i in range(2, len(text)):
                self.next[text[i - 2:i]].append(text[i])

    def invent(self, dice):
        while True:
            text = "^^"
            while not text.endswith("$") and len(text) < 14:
                text += dice.choice(self.next[text[-2:]])
            if text.endswith("$") and 6 <= len(text) <= 13:
                return text[2:-1].capitalize()


def runs(sentence):
    """The names of a sentence whose labels are certain: (first, end, kind)."""
    out, i, names = [], 0, corpora.ENTITY_LABELS
    while i < len(sentence.words):
        allowed = sentence.entities[i]
        label = names[next(iter(allowed))] if len(allowed) == 1 else "O"
        i += 1
        if label.startswith("B-") and label[2:] in KINDS:
            first = i - 1
            while i < len(sentence.words) and sentence.entities[i] == {corpora.LABEL["I-" + label[2:]]}:
                i += 1
            if i == len(sentence.words) or len(sentence.entities[i]) == 1 or sentence.entities[i] != corpora.ANYTHING:
                out.append((first, i, label[2:]))
    return out


class Names:
    """Names to put in: those of the corpora, of the tables, and invented ones."""

    def __init__(self, sentences):
        self.known = {k: [] for k in KINDS}
        for s in sentences:
            if s.entities and s.weight >= 1:
                for first, end, kind in runs(s):
                    self.known[kind].append(s.words[first:end])
        places = [p for p in column("gazetteer.tsv") if p.isascii() and p.replace(" ", "").isalpha()]
        self.places = [[w.capitalize() for w in p.split()] for p in places]
        self.given = [g.capitalize() for g in column("given-names.tsv")]
        self.spelling = Spelling(p for p in places if " " not in p)

    def draw(self, kind, dice):
        invented = lambda: self.spelling.invent(dice)
        luck = dice.random()
        if luck < 0.35:
            return dice.choice(self.known[kind])
        if kind == "place":
            return dice.choice(self.places) if luck < 0.7 else [invented()]
        if kind == "person":
            return [dice.choice(self.given), invented()] if luck < 0.85 else [invented()]
        if luck < 0.6:
            return dice.choice(self.places) + [dice.choice(FAMILY)]
        if luck < 0.8:
            return [invented(), dice.choice(FAMILY)]
        return [invented()] if luck < 0.9 else ["".join(dice.choice("ABCDEFGHIKLMNOPRSTU") for _ in range(dice.choice((3, 3, 4))))]

    def exchange(self, sentence, dice, share=0.5):
        """The sentence with each of its names exchanged at the odds `share`.

        Where a sentence has a tree, only names of proper nouns are, for others of as many words, so that the tree stays right.
        """
        if sentence.entities is None:
            return sentence
        words, allowed, done = [], [], 0
        for first, end, kind in runs(sentence):
            words += sentence.words[done:first]
            allowed += sentence.entities[done:first]
            done = first
            if dice.random() < share and (new := self.fitting(sentence, first, end, kind, dice)):
                words += new
                allowed += [{corpora.LABEL[("I-" if i else "B-") + kind]} for i in range(len(new))]
                done = end
        words += sentence.words[done:]
        allowed += sentence.entities[done:]
        if not sentence.upos:
            return corpora.Sentence(words, entities=allowed, weight=sentence.weight)
        lemma = [old if word == before else word for word, before, old in zip(words, sentence.words, sentence.lemma)]
        return dataclasses.replace(sentence, words=words, lemma=lemma, entities=allowed)

    def fitting(self, sentence, first, end, kind, dice, tries=20):
        """A name to put in place of another, cased like it; None where the sentence's tree allows none."""
        old = sentence.words[first:end]
        if sentence.upos and any(tag != "PROPN" for tag in sentence.upos[first:end]):
            return None
        for _ in range(tries):
            new = self.draw(kind, dice)
            if kind == "person" and len(old) == 1 and dice.random() < 0.5:
                new = [dice.choice(self.given)]
            if old[0].islower():
                new = [w.lower() for w in new]
            if new[0].islower() != old[0].islower() or sentence.upos and not alike(new, old):
                continue
            return new
        return None

    def mixed(self, sentences, seed):
        """All sentences, some of them with other names."""
        dice = random.Random(seed)
        return [self.exchange(s, dice) if dice.random() < 0.45 else s for s in sentences]

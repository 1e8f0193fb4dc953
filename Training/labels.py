"""The closed label lists of the model and how lemmas are edited from forms."""
from collections import Counter

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


def lemma_edit(form, lemma):
    """'L|n|s': lower the form, cut n characters, append s; 'K|n|s': the same without lowering."""
    best = None
    for mode, base in (("L", form.lower()), ("K", form)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        cost = len(base) - common + len(lemma) - common
        if best is None or cost < best[0]:
            best = (cost, f"{mode}|{len(base) - common}|{lemma[common:]}")
    return best[1]


def apply_edit(form, edit):
    mode, cut, suffix = edit.split("|", 2)
    base = form.lower() if mode == "L" else form
    cut = int(cut)
    return (base[:len(base) - cut] if cut else base) + suffix if cut <= len(base) else base


def collect(sentences):
    """XPOS, relations and lemma edits of the training data; rare edits are left out."""
    xpos, relations, edits = Counter(), Counter(), Counter()
    for s in sentences:
        if s.upos:
            xpos.update(s.xpos)
            relations.update(s.relation)
            edits.update(lemma_edit(f, l) for f, l in zip(s.words, s.lemma))
    return {"upos": UPOS, "xpos": sorted(xpos), "relations": sorted(relations),
            "edits": sorted(e for e, n in edits.items() if n >= 4)}

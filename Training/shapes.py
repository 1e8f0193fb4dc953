"""The shape of a word: what an uncased vocabulary does not see."""

NAMES = ["none"] + [f"{shape}/{place}" for place in ("inner", "initial") for shape in
                    ("lower", "initial", "capitals", "mixed", "digits", "other", "single")]


def shape(word, is_initial):
    """Index into NAMES; `is_initial`: the first word of the sentence."""
    letters = [c for c in word if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if not letters:
        kind = 4 if any(c.isdigit() for c in word) else 5
    elif len(letters) == 1 and upper == 1:
        kind = 6
    elif upper == 0:
        kind = 0
    elif upper == len(letters):
        kind = 2
    elif upper == 1 and letters[0].isupper():
        kind = 1
    else:
        kind = 3
    return 1 + kind + (7 if is_initial else 0)

"""BERT's uncased word pieces, one word at a time."""
import unicodedata

MOST_PIECES = 12


class WordPieces:
    def __init__(self, vocabulary):
        self.names = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.start, self.end = (self.ids[x] for x in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def pieces(self, word):
        """The ids of a word's pieces, at least one and at most MOST_PIECES."""
        found = self.cache.get(word)
        if found is None:
            found = [i for part in split(word) for i in self.part(part)][:MOST_PIECES] or [self.unknown]
            self.cache[word] = found
        return found

    def part(self, part):
        if len(part) > 100:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = ("##" if start else "") + part[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return ids


def is_punctuation(c):
    return ("!" <= c <= "/" or ":" <= c <= "@" or "[" <= c <= "`" or "{" <= c <= "~"
            or unicodedata.category(c).startswith("P"))


def is_ideograph(c):
    return (0x4E00 <= ord(c) <= 0x9FFF or 0x3400 <= ord(c) <= 0x4DBF or 0x20000 <= ord(c) <= 0x2CEAF
            or 0xF900 <= ord(c) <= 0xFAFF or 0x2F800 <= ord(c) <= 0x2FA1F)


def split(word):
    """Lower case, accents off, controls out; white space separates, punctuation and ideographs stand alone."""
    text = unicodedata.normalize("NFD", word.lower())
    parts, current = [], ""
    for c in text:
        category = unicodedata.category(c)
        if category == "Mn" or c in "\0\ufffd" or (category in ("Cc", "Cf") and c not in "\t\n\r"):
            continue
        if c.isspace():
            parts, current = parts + [current], ""
        elif is_punctuation(c) or is_ideograph(c):
            parts, current = parts + [current, c], ""
        else:
            current += c
    return [p for p in parts + [current] if p]

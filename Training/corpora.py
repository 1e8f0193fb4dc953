"""Reads the corpora into sentences of one form: words with whatever annotation the corpus has."""
import csv
import dataclasses
import io
import pathlib
import re
import urllib.parse

KINDS = ["person", "organization", "place", "date", "thing"]
ENTITY_LABELS = ["O"] + [f"{p}-{k}" for k in KINDS for p in "BI"]
ANYTHING = frozenset(range(len(ENTITY_LABELS)))
LABEL = {name: i for i, name in enumerate(ENTITY_LABELS)}


def labels(*kinds):
    return {LABEL[f"{p}-{k}"] for k in kinds for p in "BI"}


# The letters of kinds in tables and texts that were marked for Dateline.
MARKS = {"P": "person", "O": "organization", "L": "place"}


def give_name(allowed, first, end, kind):
    """Lets the words of a name have its labels alone."""
    for i in range(first, end):
        allowed[i] = {LABEL[f"{'B' if i == first else 'I'}-{kind}"]}


@dataclasses.dataclass
class Sentence:
    words: list
    upos: list = None
    xpos: list = None
    lemma: list = None
    head: list = None        # 0 is the root, else 1-based
    relation: list = None
    entities: list = None    # one set of allowed label indices a word
    document: str = ""
    weight: float = 1.0      # of the entity loss
    identity: str = ""       # the corpus's own name of the sentence


def read_conllu(path, with_entities=False):
    sentences, document, identity, rows = [], "", "", []
    for line in io.open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document = line.split("=")[-1].strip()
        elif line.startswith("# sent_id"):
            identity = line.split("=")[-1].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line and rows:
            s = Sentence(words=[r[1] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
                         lemma=[r[2] for r in rows], head=[int(r[6]) for r in rows],
                         relation=[r[7] for r in rows], document=document, identity=identity)
            if with_entities:
                s.entities = gum_entities(rows)
            sentences.append(s)
            rows = []
    return sentences


GUM_KINDS = {"person": "person", "organization": "organization", "place": "place", "time": "date",
             "event": "thing", "object": "thing", "abstract": "thing", "substance": "thing"}


def gum_spans(rows):
    """(first, last, type, identity) of every entity mention of a sentence."""
    spans, stack = [], []
    for i, row in enumerate(rows):
        cell = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
        for opening, body, closing in re.findall(r"(\()?([^()]+)(\))?", cell):
            if opening:
                stack.append((body.split("-")[0], i, body))
            if closing:
                name = body.split("-")[0]
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == name), None)
                if at is not None:
                    _, first, body = stack.pop(at)
                    fields = body.split("-", 7)
                    spans.append((first, i, fields[1] if len(fields) > 1 else "", body))
    return spans


def gum_entities(rows):
    """Mentions cut to their names: the proper-noun head with its flat, compound and identifying words.

    The Penn tag tells what is a part of a name: "New" in "New York" is an adjective by its universal tag.
    """
    heads = [int(r[6]) - 1 for r in rows]
    proper = [r[3] == "PROPN" or r[4] in ("NNP", "NNPS") for r in rows]
    allowed = [{LABEL["O"]} | (labels("thing", "date") if r[3] == "NUM" else set()) for r in rows]
    chosen = []
    spans = gum_spans(rows)
    for first, last, kind, _ in spans:
        kind = GUM_KINDS.get(kind)
        root = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), first)
        if kind == "date":
            content = [i for i in range(first, last + 1)
                       if rows[i][3] in ("NUM", "PROPN", "SYM") or rows[i][7] in ("flat",)]
            if content:
                chosen.append((kind, range(content[0], content[-1] + 1)))
        elif kind and proper[root]:
            # Where other mentions end before the head or begin after it: "Ford" owns "Ford's Alan Mulally", "Moody" has no
            # mention of its own in "Moody's Investors".
            others = {i for a, b, *_ in spans for i in ({b} if first <= a and b < root else {a} if root < a <= last else {})}
            name = _name(rows, proper, root, first, last, kind, others)
            if name:
                chosen.append((kind, name))
    named = set()
    for kind, name in sorted(chosen, key=lambda c: (-len(c[1]), c[1].start)):
        if any(i in named for i in name):
            continue
        named.update(name)
        for i in name:
            allowed[i] = _labels_in_name(rows, kind, name, i)
    # Names before a noun are no mentions: "US" in "US citizens".
    for i in range(len(rows)):
        if proper[i] and i not in named and rows[i][1].lower() not in TITLE_WORDS:
            allowed[i] = set(ANYTHING)
    return allowed


def _labels_in_name(rows, kind, name, at):
    if kind == "person" and all(rows[i][1].lower() in TITLE_WORDS for i in name):
        return {LABEL["O"]}
    if kind == "person" and len(name) == 1 and rows[at][4] == "NNPS":  # a people
        return {LABEL["O"]} | labels("thing")
    return {LABEL[f"{'B' if at == name.start else 'I'}-{kind}"]}


def _name(rows, proper, root, first, last, kind, others):
    """The run of words of a mention that is its name, as a range."""
    start, end = root, root + 1
    while start > first:
        word, relation = rows[start - 1][1].lower(), rows[start - 1][7]
        title = kind == "person" and (relation == "nmod:desc" or word in TITLE_WORDS)
        if proper[start - 1] and relation in NAME_RELATIONS and not title:
            start -= 1
        elif word in ("'s", "’s") and (kind == "person" or others & {start - 2, start - 1}):
            break
        elif word in ("-", "/", "&", "of", "'s", "’s") and start - 2 >= first and proper[start - 2]:
            start -= 1
        else:
            break
    while end <= last:
        word = rows[end][1].lower()
        if (proper[end] or rows[end][3] == "NUM") and rows[end][7] in NAME_RELATIONS | {"nummod", "dep", "nmod:unmarked"}:
            end += 1
        elif kind == "place" and (word in LYING_WORDS or word == "the" and end in others):
            break
        elif word in INNER_WORDS and kind != "person" and _continues(rows, end, last):
            end += 1
        else:
            break
    while end > start and not (proper[end - 1] or rows[end - 1][3] in ("NUM", "NOUN", "X")):
        end -= 1
    return range(start, end)


NAME_RELATIONS = {"compound", "flat", "amod", "nmod:poss", "nmod", "nmod:desc", "conj", "goeswith"}
INNER_WORDS = {"of", "the", "and", "for", "&", "de", "-", "'s", "in", "on"}
# Where a place lies is no part of its name: "Carter Stadium in Leeds".
LYING_WORDS = {"in", "'s", "’s"}


def _continues(rows, i, last):
    """Whether a proper noun follows within two words, as in 'University of the Arctic'."""
    return any(rows[j][3] == "PROPN" for j in range(i + 1, min(i + 3, last + 1)))


def column_blocks(path, encoding="utf-8"):
    block = []
    for line in io.open(path, encoding=encoding):
        line = line.rstrip("\n")
        if line.strip():
            if not line.startswith("# "):
                block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def spans_to_allowed(tags, kind_of, outside):
    """BIO or IO tags → allowed labels; `kind_of` gives a kind, None (not ours) or '?' (thing or nothing)."""
    allowed, previous = [], None
    for tag in tags:
        if tag == "O":
            allowed.append({LABEL["O"]} | outside)
            previous = None
            continue
        prefix, name = tag.split("-", 1)
        begins = prefix == "B" or previous != name
        kind = kind_of(name)
        if kind is None:
            allowed.append(set(ANYTHING))
        elif kind == "?":
            allowed.append({LABEL["O"]} | labels("thing"))
        else:
            allowed.append({LABEL[f"{'B' if begins else 'I'}-{kind}"]})
        previous = name
    return allowed


def read_wikigold(path):
    """Documents are separated by -DOCSTART- lines; every tenth sentence block is held out by the caller."""
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "?"}
    out = []
    for block in column_blocks(path):
        rows = [line.rsplit(" ", 1) for line in block if not line.startswith("-DOCSTART-")]
        if rows:
            out.append(Sentence([r[0] for r in rows],
                                entities=spans_to_allowed([r[1] for r in rows], kinds.get, labels("date"))))
    return out


CROSSNER_KINDS = {"person": "person", "politician": "person", "organisation": "organization",
                  "politicalparty": "organization", "location": "place", "country": "place",
                  "election": "thing", "event": "thing", "misc": "?"}


def read_crossner(path):
    out = []
    for block in column_blocks(path):
        rows = [line.split("\t") for line in block]
        out.append(Sentence([r[0] for r in rows], entities=spans_to_allowed(
            [r[1] for r in rows], CROSSNER_KINDS.get, labels("date"))))
    return out


def read_wnut(path):
    kinds = {"person": "person", "location": "place", "group": "organization", "corporation": "organization",
             "product": "?", "creative-work": "?"}
    out = []
    for block in column_blocks(path):
        rows = [line.split("\t") for line in block]
        out.append(Sentence([r[0] for r in rows], entities=spans_to_allowed(
            [r[1] for r in rows], kinds.get, labels("date", "thing")), weight=0.5))
    return out


def read_uner(path):
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}
    out = []
    for block in column_blocks(path):
        rows = [line.split("\t") for line in block if line[0].isdigit()]
        tags = [r[2] if r[2].split("-")[-1] in kinds else "O" for r in rows]
        out.append(Sentence([r[1] for r in rows], entities=spans_to_allowed(
            tags, kinds.get, labels("date", "thing"))))
    return out


def mark_names(sentences, path):
    """Gives sentences the names that a table lists by sentence; what is not listed holds none, `?` leaves a sentence open."""
    rows = [line.rstrip("\n").split("\t") for line in io.open(path, encoding="utf-8") if not line.startswith("#")]
    listed = dict(rows)
    for s in sentences:
        cell = listed.get(s.identity, "")
        if cell == "?":
            continue
        s.entities = [{LABEL["O"]} | labels("date", "thing") for _ in s.words]
        for kind, first, last in re.findall(r"([POL])(\d+)(?:-(\d+))?", cell):
            give_name(s.entities, int(first) - 1, int(last or first), MARKS[kind])


TITLE_WORDS = set("""president mr. mrs. ms. dr. minister prime secretary-general secretary general senator
governor king queen prince princess pope ayatollah chancellor former vice foreign defense interior chairman judge
ambassador spokesman spokeswoman colonel major captain lieutenant admiral sheikh sheik premier commander director
congressman representative leader chief republican democratic democrat""".split())


def read_gmb(path):
    """The slice of the Groningen Meaning Bank: silver labels on news; titles are cut off names."""
    kinds = {"geo": "place", "org": "organization", "per": "person", "tim": "date", "gpe": "place",
             "art": "?", "eve": "?", "nat": "?"}
    sentences, rows = [], []
    with io.open(path, encoding="utf-8", errors="replace", newline="") as file:
        records = list(csv.reader(file))[1:]
    for record in records + [["Sentence: end", "", "", ""]]:
        if record[0] and rows:
            sentences.append(rows)
            rows = []
        if len(record) >= 4:
            rows.append(record[1:4])
    out = []
    for rows in sentences[:-1]:
        words, tags = [r[0] for r in rows], [r[2] for r in rows]
        for i, (word, pos, tag) in enumerate(rows):
            if tag.endswith("-gpe") and (pos.startswith("JJ") or pos in ("NNS", "NNPS") and word.endswith("s")):
                tags[i] = "I-art"
            if tag.endswith("-per") and word.lower() in TITLE_WORDS and not (i and tags[i - 1].endswith("-per")):
                tags[i] = "O"
        allowed = spans_to_allowed(tags, kinds.get, labels("thing"))
        for i, word in enumerate(words):
            if word.lower() in TITLE_WORDS and tags[i] == "O" and i + 1 < len(tags) and tags[i + 1].endswith("-per"):
                allowed[i + 1] = {LABEL["B-person"]}
        out.append(Sentence(words, entities=allowed, weight=0.5))
    return out


def load(folder):
    """All training and tuning data; every epoch reads what is steady and one half of what is rotating (`epoch`)."""
    folder = pathlib.Path(folder)
    wikigold = read_wikigold(folder / "ner/wikigold.conll")
    uner = read_uner(folder / "ner/uner-ewt-dev.iob2")
    crossner_dev = read_crossner(folder / "ner/crossner-politics-dev.txt")
    ewt = read_conllu(folder / "ud-ewt/train.conllu")
    mark_names(ewt, pathlib.Path(__file__).parent / "ewt-names.tsv")
    gum = read_conllu(folder / "ud-gum/train.conllu", with_entities=True)
    news = [s for s in gum if "news" in s.document]
    steady = (ewt + gum + news
              + [s for i, s in enumerate(wikigold) if i % 10 not in (4, 9)]
              + [s for i, s in enumerate(uner) if i % 5 != 4]
              + [s for i, s in enumerate(crossner_dev) if i % 4 != 3]
              + read_crossner(folder / "ner/crossner-politics-train.txt"))
    rotating = read_wnut(folder / "ner/wnut17-train.conll") + read_gmb(folder / "ner/gmb-slice.csv")
    return {
        "steady": steady,
        "rotating": rotating,
        "dev": {"ewt": read_conllu(folder / "ud-ewt/dev.conllu"),
                "gum": read_conllu(folder / "ud-gum/dev.conllu", with_entities=True),
                "uner": [s for i, s in enumerate(uner) if i % 5 == 4],
                "crossner": [s for i, s in enumerate(crossner_dev) if i % 4 == 3],
                "wikigold": [s for i, s in enumerate(wikigold) if i % 10 == 4]},
        "test": {"ewt": read_conllu(folder / "ud-ewt/test.conllu"),
                 "gum": read_conllu(folder / "ud-gum/test.conllu", with_entities=True),
                 "uner": read_uner(folder / "ner/uner-ewt-test.iob2"),
                 "crossner": read_crossner(folder / "ner/crossner-politics-test.txt"),
                 "wikigold": [s for i, s in enumerate(wikigold) if i % 10 == 9]},
    }


def epoch(data, number):
    """The training sentences of an epoch, counted from 0: noisy and silver data only every other time."""
    return data["steady"] + data["rotating"][number % 2::2]

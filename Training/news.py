"""News with names of three origins: MEANTIME's and RE3D's hand-made mentions, and what Dateline itself finds in articles.

Dateline's own program divides the texts into words; in its graphs a name has one type in the whole article, decided by
its tables and the article's words, so that learning from them brings that knowledge into the network (self-training).
"""
import collections
import csv
import json
import pathlib
import re
import subprocess

import corpora

TABLES = pathlib.Path(__file__).resolve().parent.parent / "Sources/KnowledgeTables/tables"
ANY = corpora.ANYTHING
NOTHING = {corpora.LABEL["O"]} | corpora.labels("date", "thing")
INNER = {"of", "the", "and", "for", "&", "de", "la", "al", "el", "bin", "van", "von", "der", "du", "del", "-", "'s", "’s", "."}
TITLES = corpora.TITLE_WORDS | {"gen.", "gov.", "sen.", "rep.", "lt.", "col.", "capt.", "maj.", "sgt.", "sir", "lord", "lady",
                                "dame", "prof.", "rev.", "he", "deputy", "acting", "attorney", "director"}


PRONOUNS = set("i we you he she it they us him her them his our their who this that these those".split())
STATES = None


def is_state(words):
    """Whether the words name a country, which some guidelines call an organisation where it acts."""
    global STATES
    if STATES is None:
        lines = (TABLES / "countries.tsv").read_text(encoding="utf-8").split("\n")
        STATES = {cell.lower() for l in lines if not l.startswith("#") for cell in re.split(r"[\t|]", l) if len(cell) > 2}
    return " ".join(words).lower().removeprefix("the ") in STATES


def named(words):
    """The run of words that is the name in a mention, as (first, end), or None: its last words, capitalised, without titles."""
    end = first = len(words) - (len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"))
    if not words[end - 1][:1].isupper() or words[end - 1].lower() in PRONOUNS:
        return None
    for i in range(end - 1, -1, -1):
        if words[i][:1].isupper():
            first = i
        elif words[i].lower() not in INNER:
            break
        elif words[i] in ("'s", "’s"):
            break
    while first < end and (words[first].lower() in TITLES or words[first] in ("The", "A", "An", "Our", "This", "His", "Her")):
        first += 1
    return (first, end) if first < end else None


def constrain(words, mentions, outside):
    """Allowed labels of words from typed mentions (first, end, kind), inner mentions last; kind None may be anything."""
    allowed = [set(outside(i)) for i in range(len(words))]
    for first, end, kind in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        name = named(words[first:end]) if kind else None
        for i in range(first, end):
            if words[i][:1].isupper():
                allowed[i] = set(ANY)
        if name:
            if kind == "organization" and is_state(words[first + name[0]:first + name[1]]):
                kind = "place"
            corpora.give_name(allowed, first + name[0], first + name[1], kind)
    return continued(allowed)


def continued(allowed):
    """The labels, open where an inner mention has cut the beginning of an outer one off."""
    for i, labels in enumerate(allowed):
        if len(labels) == 1 and (label := corpora.ENTITY_LABELS[next(iter(labels))]).startswith("I-"):
            before = allowed[i - 1] if i else set()
            if not before & {corpora.LABEL[p + label[2:]] for p in ("B-", "I-")}:
                allowed[i] = set(ANY)
    return allowed


def read_meantime(path):
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}
    out, rows = [], []
    for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n") + [""]:
        cells = line.split("\t")
        if len(cells) >= 5:
            rows.append((cells[3], cells[4]))
        elif rows:
            mentions, opened = [], collections.defaultdict(list)
            for i, (_, cell) in enumerate(rows):
                for part in cell.split("|"):
                    identity = part.strip().strip("()")
                    kind = re.match(r"(?:cross_)?(?:intra_)?([A-Z]+)", identity)
                    kind = kinds.get(kind[1]) if kind else None
                    if part.strip().startswith("("):
                        opened[identity].append(i)
                    if part.strip().endswith(")") and opened[identity]:
                        mentions.append((opened[identity].pop(), i + 1, kind))
            words = [w for w, _ in rows]
            # MEANTIME marks what takes part in events: other names are no errors.
            free = lambda i: ANY if words[i][:1].isupper() else NOTHING
            out.append(corpora.Sentence(words, entities=constrain(words, mentions, free)))
            rows = []
    return out


def analysed(program, text, *options):
    """The sentences of a text: lists of (form, universal tag, start, end, name tag)."""
    done = subprocess.run([program, "annotate", *options], input=text, capture_output=True, encoding="utf-8")
    sentences, rows = [], []
    for line in done.stdout.split("\n"):
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            more = dict(x.split("=", 1) for x in cells[9].split("|") if "=" in x)
            if "start_char" in more:
                rows.append((cells[1], cells[3], int(more["start_char"]), int(more["end_char"]), more.get("NER", "O")))
        elif not line and rows:
            sentences.append(rows)
            rows = []
    return sentences


def located(rows, spans):
    """The mentions of a sentence as word ranges, from spans (start, end, kind) of characters."""
    out = []
    for start, end, kind in spans:
        inside = [i for i, r in enumerate(rows) if r[2] < end and r[3] > start]
        if inside:
            out.append((inside[0], inside[-1] + 1, kind))
    return out


def read_re3d(folder, program):
    kinds = {"Person": "person", "Organisation": "organization", "Location": "place"}
    out = []
    for place in sorted(pathlib.Path(folder).iterdir()):
        records = lambda name: [json.loads(x) for x in (place / name).read_text(encoding="utf-8").split("\n") if x.strip()]
        spans = collections.defaultdict(list)
        for e in records("entities.json"):
            if e["type"] in kinds:
                spans[e["documentId"]].append((e["begin"], e["end"], kinds[e["type"]]))
        for document in records("documents.json"):
            for rows in analysed(program, document["text"]):
                words = [r[0] for r in rows]
                free = lambda i: ANY if rows[i][1] == "PROPN" or words[i][:1].isupper() else NOTHING
                out.append(corpora.Sentence(words, entities=constrain(words, located(rows, spans[document["_id"]]), free)))
    return out


def own_graphs(program, articles):
    """Names as Dateline types them in articles ({"id", "text", "title"}); what only one of network and graph calls a name is left open."""
    lines = "\n".join(json.dumps(a) for a in articles) + "\n"
    done = subprocess.run([program, "extract", "--quiet"], input=lines, capture_output=True, encoding="utf-8")
    out = []
    for article, line in zip(articles, done.stdout.split("\n")):
        graph = json.loads(line)
        spans = [(m["start"], m["end"], node["type"]) for node in graph["nodes"]
                 if node["type"] in ("person", "organization", "place") for m in node["mentions"]]
        for rows in analysed(program, article["text"]):
            words = [r[0] for r in rows]
            mentions = [(a, b, k) for a, b, k in located(rows, spans)
                        if any(rows[i][1] == "PROPN" for i in range(a, b)) and words[b - 1][:1].isupper()]
            free = lambda i: ANY if rows[i][1] == "PROPN" or rows[i][4] != "O" else NOTHING
            sentence = corpora.Sentence(words, entities=constrain(words, mentions, free), weight=0.6)
            if mentions and 4 <= len(words) <= 70:
                out.append(sentence)
    return out


def articles(folder):
    """The Wikinews articles and, of the leads on disasters, every fourth."""
    folder = pathlib.Path(folder)
    with open(folder / "wikinews/wikinews-2019.csv", encoding="utf-8", newline="") as file:
        out = [{"id": f"w{i}", "text": r["text"]} for i, r in enumerate(csv.DictReader(file))]
    for name, step in (("wikinews/wikinews-outbreaks.jsonl", 1), ("casualties/disasters.jsonl", 4)):
        records = [json.loads(x) for x in (folder / name).read_text(encoding="utf-8").split("\n") if x.strip()]
        out += [{"id": r["id"], "text": r["text"]} for r in records[::step]]
    return out


def by_hand(folder, program):
    """Sentences of news with names by hand; the program divides them into words."""
    folder = pathlib.Path(folder)
    return read_meantime(folder / "coreference/meantime.conll") + read_re3d(folder / "re3d", program)


def load(folder, program):
    """(hand-made, found by the program): sentences of news with their names."""
    return by_hand(folder, program), own_graphs(program, articles(folder))

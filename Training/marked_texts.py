"""The news whose events are marked in event-marks.tsv, put together from the corpora: name → text and day."""
import csv
import json
import re

# A sentence that names nobody of the sentences before begins another report, unless it begins with one of these.
GOES_ON = re.compile(r"(He|She|They|It|The|Officials|Police|But|However)\b")
NO_NAMES = set("""The A An In On At He She It They But And Officials Monday Tuesday Wednesday Thursday Friday Saturday
Sunday Mr Mrs January February March April May June July August September October November December Prime Minister
President U.S United States""".split())


def joined(words, brackets):
    """Words as running text."""
    text = " ".join(words)
    text = re.sub(r" ([,.;:?!%)])" if brackets else r" ([,.;:?!%])", r"\1", text)
    if brackets:
        text = re.sub(r"([($]) ", r"\1", text)
    text = re.sub(r" ('s|n't|'re|'ve|'ll|'d|'m|')(?= |$|[,.])", r"\1", text)
    if not brackets:
        text = text.replace("$ ", "$")
    parts = text.split('"')
    for i, part in enumerate(parts[1:]):
        parts[0] = parts[0] + '"' + part.lstrip() if i % 2 == 0 else parts[0].rstrip() + '"' + part
    return parts[0]


def wikinews(corpora):
    with open(corpora / "wikinews" / "wikinews-2019.csv", encoding="utf-8", newline="") as file:
        for i, row in enumerate(csv.DictReader(file)):
            yield f"w{i:03d}", f"{row['title'].strip()}\n\n{row['text'].strip()}\n", row["date"]


def outbreaks(corpora):
    articles = {}
    with open(corpora / "wikinews" / "wikinews-outbreaks.jsonl", encoding="utf-8") as file:
        for record in map(json.loads, file):
            articles.setdefault(record["url"], []).append(record["text"])
    for i, (address, parts) in enumerate(articles.items()):
        title = address.split("/")[-1].replace("_", " ")
        yield f"o{i:03d}", title + "\n\n" + "\n\n".join(parts) + "\n", None


def voice_of_america(corpora):
    """Runs of three to nine sentences of the slice of the Groningen Meaning Bank that go on with the same names."""
    sentences, words = [], []
    with open(corpora / "ner" / "gmb-slice.csv", encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if len(row) < 2:
                continue
            if row[0]:
                if words:
                    sentences.append(joined(words, brackets=False))
                words = []
            words.append(row[1])
    names = lambda sentence: set(re.findall(r"[A-Z][\w.\-]+", sentence)) - NO_NAMES
    pieces, piece = [], []
    for sentence in sentences:
        known = set().union(*map(names, piece)) if piece else set()
        if piece and (not names(sentence) & known and not GOES_ON.match(sentence) or len(piece) >= 9):
            pieces.append(piece)
            piece = []
        piece.append(sentence)
    for i, piece in enumerate(p for p in pieces + [piece] if 3 <= len(p) <= 9):
        yield f"v{i:04d}", " ".join(piece) + "\n", None


def meantime(corpora):
    documents = {}
    with open(corpora / "coreference" / "meantime.conll", encoding="utf-8") as file:
        for line in file:
            if line.startswith("#begin"):
                sentences = documents.setdefault(re.search(r"\((.*?)\)", line)[1], {})
            elif line[0] != "#" and line.strip():
                cells = line.split("\t")
                sentences.setdefault(int(cells[1]), []).append(cells[3])
    for i, (_, sentences) in enumerate(sorted(documents.items())):
        title, *rest = [joined(sentences[k], brackets=True) for k in sorted(sentences)]
        yield f"m{i:03d}", title + "\n\n" + "\n".join(rest) + "\n", None


def reports_of_conflict(corpora):
    number = 0
    for folder in ("australian-department-of-foreign-affairs", "centcom", "uk-government", "us-state-department"):
        with open(corpora / "re3d" / folder / "documents.json", encoding="utf-8") as file:
            for line in (text.strip().rstrip(",") for text in file):
                if line.startswith("{"):
                    record = json.loads(line)
                    yield f"r{number:03d}", record.get("title", "") + "\n\n" + record["text"] + "\n", None
                    number += 1


def gum_news(corpora):
    documents, name = {}, ""
    with open(corpora / "ud-gum" / "train.conllu", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id = "):
                name = line.split("= ")[1].strip()
            elif line.startswith("# text = ") and name.startswith("GUM_news"):
                documents.setdefault(name, []).append(line[9:].strip())
    for i, (title, *rest) in enumerate(documents.values()):
        yield f"g{i:03d}", title + "\n\n" + " ".join(rest) + "\n", None


def disasters(corpora):
    with open(corpora / "casualties" / "disasters.jsonl", encoding="utf-8") as file:
        for record in map(json.loads, file):
            text = record["text"].strip()
            if len(text) > 3500:
                text = text[:3500].rsplit(". ", 1)[0] + "."
            yield "d" + record["id"], text + "\n", None


def texts(corpora):
    """All of them, those without marks too: name → (text, day of publication or None)."""
    sources = (wikinews, outbreaks, voice_of_america, meantime, reports_of_conflict, gum_news, disasters)
    return {name: (text, day) for source in sources for name, text, day in source(corpora)}

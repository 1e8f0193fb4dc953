#!/usr/bin/env python3
"""Fits the model that weighs who takes part in an event (FORMAT.md, participants.bin) to the marks of event-marks.tsv.

usage: fit_participants.py --corpora FOLDER --samples PROGRAM [--out FILE]

PROGRAM is ParticipantSamples of this package. Prints how good the rules alone are and the rules with a model that was
fitted to other texts, then writes the model that is fitted to all of them.
"""
import argparse
import json
import pathlib
import random
import struct
import subprocess
import tempfile

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

import event_marks
import marked_texts

ROLES = ("agent", "patient", "recipient", "place", "origin")
SLOTS = 1 << 18
# Log-odds from which somebody is added and below which somebody is dropped; they stand in the weights file.
ADDED, DROPPED = 0.0, -1.0
# Slots that fewer samples fill are left without a weight.
LEAST = 2
PARTS = 4


class Sample:
    """One candidate of one trigger: its slots, what the rules say, what the marks say (role → whether it must be)."""

    def __init__(self, record, mark):
        self.text, self.optional, self.slots = mark.text, mark.optional, record["slots"]
        self.ruled = {ROLES.index(r) for r in record["ruled"] if r in ROLES}
        self.mentions, self.label = record["mentions"], {}


def samples(corpora, program):
    """The candidates of all marked events that the program finds, and how many marks meet no candidate."""
    marks = event_marks.read()
    texts = marked_texts.texts(corpora)
    found = {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name in sorted({mark.text for mark in marks}):
            text, day = texts[name]
            file.write(json.dumps({"id": name, "text": text} | ({"date": day} if day else {})) + "\n")
        file.flush()
        lines = subprocess.run([program, file.name], capture_output=True, check=True, text=True).stdout
    for record in map(json.loads, lines.splitlines()):
        found.setdefault((record["article"], record["trigger"]), []).append(record)
    all_samples, missing = [], 0
    for mark in marks:
        candidates = [Sample(r, mark) for r in found.get((mark.text, mark.offset), []) if r["type"] in mark.types]
        if candidates:
            missing += label(candidates, mark)
            all_samples += candidates
    return all_samples, missing


def label(candidates, mark):
    """Gives the candidates their roles; how many roles that must be filled meet no candidate."""
    met = {}
    for role, required, offset in mark.participants:
        if role not in ROLES:
            continue
        over = [(end - start, i) for i, c in enumerate(candidates) for start, end in c.mentions if start <= offset < end]
        if over:
            labels = candidates[min(over)[1]].label
            labels[ROLES.index(role)] = labels.get(ROLES.index(role), False) or required
        if required:
            met[role] = met.get(role, False) or bool(over)
    return 0 if mark.optional else sum(not hit for hit in met.values())


def matrix(data):
    slots = numpy.concatenate([s.slots for s in data])
    ends = numpy.cumsum([0] + [len(s.slots) for s in data])
    ones = numpy.ones(len(slots), dtype=numpy.float32)
    return scipy.sparse.csr_matrix((ones, slots, ends), shape=(len(data), SLOTS))


def fit(features, data, role, strength):
    """Weights and bias of a role; who may have it or not teaches nothing."""
    taught = numpy.array([s.label.get(role, True) for s in data])
    wanted = numpy.array([role in s.label for s in data])
    common = numpy.asarray(features.sum(0)).ravel() >= LEAST
    kept = features @ scipy.sparse.diags(common.astype(numpy.float32))
    model = LogisticRegression(C=strength, max_iter=200, tol=1e-3).fit(kept.tocsr()[taught], wanted[taught])
    return model.coef_[0] * common, model.intercept_[0]


def report(title, data, predicted, missing):
    right = wrong = missed = 0
    for sample, roles in zip(data, predicted):
        if not sample.optional:
            required = {r for r, must in sample.label.items() if must}
            right, wrong = right + len(roles & required), wrong + len(roles - set(sample.label))
            missed += len(required - roles)
    precision, recall = right / (right + wrong), right / (right + missed + missing)
    print(f"{title:28} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}", flush=True)


def cross_validated(features, data, strength):
    """Log-odds of each sample and role by a model fitted to other texts."""
    names = sorted({s.text for s in data})
    random.Random(2).shuffle(names)
    part = {name: i % PARTS for i, name in enumerate(names)}
    parts = numpy.array([part[s.text] for s in data])
    scores = numpy.zeros((len(data), len(ROLES)))
    for i in range(PARTS):
        others, own = numpy.flatnonzero(parts != i), numpy.flatnonzero(parts == i)
        for role in range(len(ROLES)):
            weights, bias = fit(features[others], [data[k] for k in others], role, strength)
            scores[own, role] = features[own] @ weights + bias
    return scores


def write(path, fitted):
    weights = numpy.stack([w for w, _ in fitted], 1)
    scales = numpy.abs(weights).max(0) / 127
    biases = [b for _, b in fitted]
    rounded = numpy.clip(numpy.round(weights / scales), -127, 127).astype(numpy.int8)
    numbers = [*scales, *biases, ADDED, DROPPED]
    path.write_bytes(struct.pack(f"<{len(numbers)}f", *numbers) + rounded.tobytes())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=pathlib.Path, required=True)
    ap.add_argument("--samples", required=True, help="the program ParticipantSamples")
    ap.add_argument("--strength", type=float, default=0.3, help="inverse of the weight of the L2 norm")
    default = pathlib.Path(__file__).parent.parent / "Sources/ParticipantWeights/participants.bin"
    ap.add_argument("--out", type=pathlib.Path, default=default)
    args = ap.parse_args()
    data, missing = samples(args.corpora, args.samples)
    print(f"{len(data)} candidates, {missing} marks without one", flush=True)
    features = matrix(data)
    report("rules", data, [s.ruled for s in data], missing)
    scores = cross_validated(features, data, args.strength)
    predicted = [{r for r in range(len(ROLES)) if z[r] >= (DROPPED if r in s.ruled else ADDED)}
                 for s, z in zip(data, scores)]
    report("rules and model, other texts", data, predicted, missing)
    write(args.out, [fit(features, data, role, args.strength) for role in range(len(ROLES))])


if __name__ == "__main__":
    main()

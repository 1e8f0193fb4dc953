"""The marks of events and participants in event-marks.tsv."""
import dataclasses
import pathlib

ROLES = {"A": "agent", "P": "patient", "R": "recipient", "I": "instrument", "L": "place", "O": "origin"}


@dataclasses.dataclass
class Mark:
    """A word that names an event, or that was taken for one and names none (no types)."""
    text: str
    offset: int
    types: list
    optional: bool
    participants: list  # (role, required, offset of a word)


def read(path=pathlib.Path(__file__).parent / "event-marks.tsv"):
    """All marks in the order of the file."""
    with open(path, encoding="utf-8") as file:
        return [parsed(line.rstrip("\n").split("\t")) for line in file if not line.startswith("#")]


def parsed(cells):
    name, offset, types, parts = cells
    participants = [(ROLES[part[0].upper()], part[0].isupper(), int(word))
                    for part in parts.split() for word in part[1:].split(",")] if parts else []
    return Mark(name, int(offset), [] if types == "-" else types.rstrip("?").split("/"), types.endswith("?"), participants)

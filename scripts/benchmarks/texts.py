"""The texts that are spoken: a narrative of exactly 5000 bytes of plain English, and cuttings of it."""

import pathlib
import re

PROSE = pathlib.Path(__file__).with_name("prose.txt")

SHORT_SENTENCE = "The ferry leaves at a quarter to seven."


def prose():
    """The whole narrative."""
    text = PROSE.read_text(encoding="ascii")
    if len(text) != 5000:
        raise ValueError(f"{PROSE} has {len(text)} bytes: the figures are only comparable with 5000.")
    return text


def cuttings(count, length):
    """`count` different texts of exactly `length` bytes: each begins with another sentence of the narrative and ends with a whole word."""
    text = prose()
    starts = [match.end() for match in re.finditer(r'[.?!]"?\s+', text)]
    starts = [0] + [start for start in starts if start < len(text)]
    if count > len(starts):
        raise ValueError(f"The narrative has {len(starts)} sentences: it can't be cut into {count} texts.")
    return [cutting((text + text)[starts[index * len(starts) // count]:], length) for index in range(count)]


def cutting(text, length):
    """The beginning of `text`, up to a whole word, closed by a full stop and filled up with spaces to `length` bytes."""
    words = text[: length - 1].rsplit(maxsplit=1)[0].rstrip(' ,;:.?!"\n')
    return f"{words}.".ljust(length)

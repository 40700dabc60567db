"""How much of what is spoken is understood? PocketSphinx hears sentences in which each place has one of ten words, most of which are like another.

Such sentences are what matrix tests have people repeat (B. Hagerman, "Sentences for testing speech intelligibility in noise", 1982): nothing in them tells
which word it was but its sound.
"""

import pathlib
import random
import re
import subprocess

# Each place's words; those of a row differ in little more than a consonant or a vowel.
PLACES = [
    "Peter Kate Nick Beth Tony Jill Rick Seth Joan Bill",
    "bought brought caught sold told held sent lent bent got",
    "five nine two few thin thick fine blue new three",
    "bats cats hats mats rats bags cans pans fans pins",
    "and for from with near under or after in by",
    "big red sad bad dark dead small tall mad good",
    "boats coats goats roads bones stones phones poles holes bowls",
]
SENTENCES = 50
MODEL = pathlib.Path("/usr/share/pocketsphinx/model/en-us")


def sentences():
    """The sentences that are spoken, always the same; every word comes equally often in its place."""
    chance = random.Random(1982)
    columns = []
    for place in PLACES:
        words = place.split() * (SENTENCES // 10)
        chance.shuffle(words)
        columns.append(words)
    return [" ".join(words) for words in zip(*columns)]


def heard(waves, folder):
    """What PocketSphinx hears in recordings of 16 kHz: a sentence for each."""
    places = " ".join("(" + " | ".join(place.lower().split()) + ")" for place in PLACES)
    (folder / "sentences.jsgf").write_text(f"#JSGF V1.0;\ngrammar sentences;\npublic <sentence> = {places};\n")
    (folder / "list").write_text("".join(f"{wave.with_suffix('')}\n" for wave in waves))
    command = ["pocketsphinx_batch", "-hmm", MODEL / "en-us", "-dict", MODEL / "cmudict-en-us.dict", "-jsgf", folder / "sentences.jsgf",
               "-cmn", "batch", "-adcin", "yes", "-adchdr", "44", "-cepext", ".wav", "-cepdir", "/", "-ctl", folder / "list", "-hyp", folder / "heard"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # "peter bought five bats … (name score)", in the order of the list.
    return [re.sub(r"\s*\([^()]*\)$", "", line) for line in (folder / "heard").read_text().splitlines()]


def rates(waves, folder):
    """The parts of the words and of the sentences that are heard as they were spoken."""
    wholes, words, count = 0, 0, 0
    for spoken, found in zip(sentences(), heard(waves, folder), strict=True):
        spoken, found = spoken.lower().split(), found.split()
        wholes += spoken == found
        words += sum(a == b for a, b in zip(spoken, found))
        count += len(spoken)
    return words / count, wholes / SENTENCES

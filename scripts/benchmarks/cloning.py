"""How like a speaker is a clone? Prints, for each speaker, what a clone made from the first four recordings has in common with later ones.

A speaker is a folder of recordings whose names, sorted, end in a number: 0000 to 0003 are cloned, 0005 to 0009 are compared with. Measured are the error
of the median pitch (semitones), of the first three formants (mean of their magnitudes, %), the distance of the long-term spectra (dB, without the
level), and the cosine of speaker embeddings, for the default voice and for the clone; what is spoken has nothing to do with the recordings. Then, for
the clone and for the base voice that it was made from, the part of words and of whole sentences that is understood (intelligibility.py).
"""

import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from benchmarks import intelligibility

TEXTS = [
    "The harbour was quiet that morning, and only two small boats moved across the water. A boy with a red cap waved from the pier, "
    "though nobody on board could have seen him.",
    "Every spring the river rises above its banks and covers the lower fields. The farmers have learned to build on high ground, "
    "and to wait until the flood has gone.",
    "She opened the letter twice before she believed what it said. Her brother had found work in the city, and he would send for "
    "the children before winter.",
    "Most people think that bread needs a great deal of time, but a simple loaf takes only a few minutes of real effort. The rest is "
    "patience and a warm place by the stove.",
    "When the last train had left, the station master put out the lamps, locked the doors, and walked home slowly under the stars.",
]
DEFAULT_VOICE = "rms"
GOAL, LEAST, LEAST_GAIN = 0.78, 0.74, 0.15
# How much less of a clone's words may be understood than of its base voice's: what chance does to some hundreds of words.
MOST_LOST = 0.02


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def samples(path):
    import numpy

    command = ["ffmpeg", "-v", "error", "-i", str(path), "-ac", "1", "-ar", "16000", "-f", "f32le", "-"]
    return numpy.frombuffer(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout, numpy.float32).copy()


def joined(paths, target):
    """One file of all recordings."""
    import numpy

    waves = numpy.concatenate([samples(path) for path in paths])
    command = ["ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar", "16000", "-ac", "1", "-i", "-", str(target)]
    subprocess.run(command, input=waves.tobytes(), check=True)


def spectrum(wave):
    """The long-term spectrum in dB, in bands of a quarter octave from 100 Hz to 7 kHz, without the level."""
    import numpy

    frames = numpy.lib.stride_tricks.sliding_window_view(wave, 512)[::160] * numpy.hanning(512)
    power = numpy.abs(numpy.fft.rfft(frames, axis=1)) ** 2
    energy = power.sum(1)
    mean = power[energy > energy.max() * 1e-4].mean(0)
    edges = 100 * 2 ** numpy.arange(0, 6.25, 0.25)
    bins = numpy.arange(257) * 16000 / 512
    levels = [10 * math.log10(mean[(bins >= low - 16) & (bins < high + 16)].mean()) for low, high in zip(edges, edges[1:])]
    return numpy.array(levels) - numpy.mean(levels)


def measure(mynah, path, folder):
    """Pitch and formants, as Mynah itself measures them."""
    target = folder / "measured.json"
    run(mynah, "clone", str(path), "-o", str(target))
    return json.loads(target.read_text())["speaker"]


class Embedder:
    """Speaker embeddings; None where the tool is not there."""

    def __init__(self):
        from resemblyzer import VoiceEncoder, preprocess_wav

        self.encoder = VoiceEncoder("cpu", verbose=False)
        self.prepare = preprocess_wav

    def embed(self, waves):
        import numpy

        mean = numpy.mean([self.encoder.embed_utterance(self.prepare(wave, source_sr=16000)) for wave in waves], axis=0)
        return mean / numpy.linalg.norm(mean)


def spoken(mynah, texts, options, folder):
    """The files in which a voice speaks texts, at 16 kHz."""
    folder.mkdir()
    files = []
    for index, text in enumerate(texts):
        files.append(folder / f"{index}.wav")
        run(mynah, "say", text, *options, "-o", str(folder / "said.wav"))
        run("ffmpeg", "-v", "error", "-i", str(folder / "said.wav"), "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", str(files[-1]))
    return files


class Listener:
    """How much of voices is understood; each base voice is listened to once."""

    def __init__(self, mynah):
        self.mynah = mynah
        self.bases = {}

    def base(self, voice):
        if voice not in self.bases:
            self.bases[voice] = self.rates(["--voice", voice])
        return self.bases[voice]

    def rates(self, options):
        """The parts of words and of sentences."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            return intelligibility.rates(spoken(self.mynah, intelligibility.sentences(), options, folder / "spoken"), folder)


def main():
    mynah, root = sys.argv[1], pathlib.Path(sys.argv[2])
    try:
        import numpy
    except ImportError:
        sys.exit("bench-cloning: Python has no numpy: see scripts/bench-cloning.")
    try:
        embedder = Embedder()
    except ImportError:
        embedder = None
        print("Without Resemblyzer there are no similarities: see scripts/bench-cloning.", file=sys.stderr)
    listener = Listener(mynah)
    speakers = sorted(path for path in root.iterdir() if path.is_dir())
    heads = ("pitch st", "formants %", "spectrum dB", "similarity", "words", "sentences")
    print(f"{'speaker':10} " + " ".join(f"{head:>15}" for head in heads) + f" {'clone s':>8}  voice")
    print(f"{'':10} " + " ".join(f"{'default  clone':>15}" for _ in range(4)) + " " + " ".join(f"{'base  clone':>15}" for _ in range(2)))
    totals = []
    for speaker in speakers:
        files = sorted(path for path in speaker.iterdir() if path.suffix in (".flac", ".wav", ".mp3"))
        reference = [path for path in files if path.stem[-4:] in ("0000", "0001", "0002", "0003")]
        held = [path for path in files if path.stem[-4:] in ("0005", "0006", "0007", "0008", "0009")]
        if not reference or not held:
            print(f"{speaker.name:10} skipped: it has no recordings 0000 to 0003 and 0005 to 0009")
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            joined(reference, folder / "reference.wav")
            start = time.monotonic()
            run(mynah, "clone", str(folder / "reference.wav"), "-o", str(folder / "profile.json"))
            seconds = time.monotonic() - start
            voice = json.loads((folder / "profile.json").read_text())["english"]["voice"]
            joined(held, folder / "held.wav")
            truth = measure(mynah, folder / "held.wav", folder)
            person = spectrum(samples(folder / "held.wav"))
            person_embedding = embedder.embed([samples(path) for path in held]) if embedder else None
            row = []
            for options in (["--voice", DEFAULT_VOICE], ["--profile", str(folder / "profile.json")]):
                files = spoken(mynah, TEXTS, options, folder / options[0])
                joined(files, folder / "spoken.wav")
                found = measure(mynah, folder / "spoken.wav", folder)
                pitch = 12 * abs(math.log2(found["pitch"] / truth["pitch"]))
                formants = 100 * numpy.mean([abs(a / b - 1) for a, b in zip(found["formants"], truth["formants"])])
                distance = float(numpy.sqrt(numpy.mean((spectrum(samples(folder / "spoken.wav")) - person) ** 2)))
                similarity = float(embedder.embed([samples(path) for path in files]) @ person_embedding) if embedder else math.nan
                row.append((pitch, formants, distance, similarity))
            understood = (listener.base(voice["name"]), listener.rates(["--profile", str(folder / "profile.json")]))
        totals.append([(*measures, *heard) for measures, heard in zip(row, understood)])
        columns = " ".join(f"{a:9.2f} {b:5.2f}" for a, b in zip(*totals[-1]))
        timbre = voice["timbre"]
        changes = f"pitch {timbre['pitch']:+.1f}, range {timbre['range']:.2f}, rate {timbre['rate']:.2f}, formants {timbre['formants']:.2f}"
        print(f"{speaker.name:10} {columns} {seconds:8.1f}  {voice['name']}: {changes}", flush=True)
    if not totals:
        print("No speaker was measured.")
        return
    means = numpy.mean(numpy.array(totals), axis=0)
    print(f"{'mean':10} " + " ".join(f"{a:9.2f} {b:5.2f}" for a, b in zip(*means)))
    words = means[1][4] - means[0][4]
    print(f"Words understood {means[0][4]:.3f} -> {means[1][4]:.3f}, sentences {means[0][5]:.3f} -> {means[1][5]:.3f}.")
    if embedder:
        default, clone = means[0][3], means[1][3]
        verdict = "reached" if clone >= GOAL else "missed"
        print(f"Similarity {default:.3f} -> {clone:.3f} (gain {clone - default:.3f}); the goal of {GOAL} is {verdict}.")
        if clone < LEAST or clone - default < LEAST_GAIN:
            sys.exit(f"Too little: {LEAST} and a gain of {LEAST_GAIN} are the least.")
    if words < -MOST_LOST:
        sys.exit("Too little is understood of the clones.")


if __name__ == "__main__":
    main()

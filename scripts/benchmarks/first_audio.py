"""How soon the first samples come, from an engine process that is warm."""

import time

from benchmarks import host, measuring, texts
from benchmarks.report import Row

NAME = "first-audio"
FEWEST = 60
# What the engine is called, the voice, its samples a second, and the limit of the median in milliseconds.
VOICES = [("espeak-ng", "en-us", 22_050, 15), ("flite", "rms", 16_000, 60), ("flite", "slt", 16_000, 60)]
# Seconds between two requests, so that the process of the last one is gone.
PAUSE = 0.01


def run(context):
    """Milliseconds from a request to the first samples, by voice: median and 95th percentile."""
    count = max(FEWEST, 10 * context.runs)
    figures = {voice: [] for _, voice, _, _ in VOICES}
    measuring.note(f"{NAME}: {count} requests a voice")
    with host.running(context) as warm:
        for turn in range(-3, count):
            for engine, voice, sample_rate, _ in VOICES:
                time.sleep(PAUSE)
                seconds = warm.first_audio(engine, voice, sample_rate, texts.SHORT_SENTENCE)
                if turn >= 0:
                    figures[voice].append(seconds * 1000)
    rows = []
    for engine, voice, _, limit in VOICES:
        median = measuring.percentile(figures[voice], 0.5)
        late = measuring.percentile(figures[voice], 0.95)
        rows.append(
            Row(f"first audio, {engine} {voice}: p50", "ms", median, target=f"< {limit} ms", holds=median < limit, samples={"mynah": figures[voice]}))
        rows.append(Row(f"first audio, {engine} {voice}: p95", "ms", late))
    return rows

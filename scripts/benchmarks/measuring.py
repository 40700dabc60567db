"""How figures are taken: in turns, with a warm-up, and summed up by medians."""

import math
import statistics
import sys


def in_turns(measures, runs, label):
    """Takes every measure once uncounted, then all of them `runs` times in turns (A B A B …).

    Answers a list of figures for each. What disturbs the machine for a while disturbs all sides alike.
    """
    figures = [[] for _ in measures]
    for turn in range(-1, runs):
        note(f"{label}: {'warm-up' if turn < 0 else f'run {turn + 1} of {runs}'}")
        for index, measure in enumerate(measures):
            figure = measure()
            if turn >= 0:
                figures[index].append(figure)
    return figures


def median_ratio(ours, theirs):
    """The median of the ratios pair by pair: each pair was taken within moments, so it had the same machine."""
    return statistics.median(our / their for our, their in zip(ours, theirs, strict=True))


def percentile(figures, share):
    """The smallest figure that at least `share` (0 to 1) of all figures do not exceed (the nearest-rank method)."""
    ordered = sorted(figures)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def note(text):
    """Tells whoever waits how far the benchmark has come."""
    print(text, file=sys.stderr, flush=True)


def check_lengths(lengths):
    """Warns when the sides did not make about the same amount of audio, and so not the same work."""
    if max(lengths.values()) > 1.05 * min(lengths.values()):
        told = ", ".join(f"{side} {seconds:.1f} s" for side, seconds in lengths.items())
        note(f"The sides made audio of different lengths ({told}): their figures are not of the same work.")

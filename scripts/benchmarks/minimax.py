"""Speech that a client waits for: POST /v1/minimax/audio/create-mp3, by itself and many at once."""

import concurrent.futures
import os
import time

from benchmarks import measuring, mynah_server, pipeline, texts
from benchmarks.measuring import percentile
from benchmarks.report import Row

NAME = "minimax"
LENGTHS = [100, 1000]
AT_ONCE = [1, 4, 16, 20]
# How much longer than the bare pipeline the largest crowd may take, and a short text alone, in milliseconds.
RATIO = 1.15
EXTRA = 30
# A short text alone is over so soon that a single one of them says little.
ALONE = 10


def run(context):
    """How long clients wait, beside the bare pipeline on every core at once over the same texts."""
    with mynah_server.running(context) as server:
        # Whoever is measured, nobody is refused: an account speaks 20 texts at once.
        return [row for length in LENGTHS for count in AT_ONCE for row in _rows(context, server, length, count)]


def _rows(context, server, length, count):
    crowd = texts.cuttings(count, length)
    files = []
    for index, text in enumerate(crowd):
        files.append(context.folder / f"minimax-{length}-{count}-{index}.txt")
        files[-1].write_text(text, encoding="ascii")
    turns = ALONE if count == 1 else 1

    def ours():
        return [wait for _ in range(turns) for wait in _at_once(server.create_mp3, crowd, count)]

    def theirs():
        return [wait for _ in range(turns) for wait in _at_once(_pipeline, files, os.cpu_count() or 1)]

    mynah, other = measuring.in_turns([ours, theirs], context.runs, f"{NAME}, {count} x {length} characters")
    samples = {"mynah": mynah, "other": other}
    title = f"{NAME}, {count} x {length} characters"
    waits = [1000 * wait for crowd_waits in mynah for wait in crowd_waits]
    other_waits = [1000 * wait for crowd_waits in other for wait in crowd_waits]
    p50, p99 = percentile(waits, 0.5), percentile(waits, 0.99)
    other_p50, other_p99 = percentile(other_waits, 0.5), percentile(other_waits, 0.99)
    target, holds = None, None
    if (count, length) == (1, 100):
        target, holds = f"other + {EXTRA} ms", p50 <= other_p50 + EXTRA
    rows = [
        Row(f"{title}: p50", "ms", p50, other_p50, p50 / other_p50, target, holds, samples),
        Row(f"{title}: p99", "ms", p99, other_p99, p99 / other_p99),
    ]
    if (count, length) == (AT_ONCE[-1], LENGTHS[-1]):
        # The last of the crowd has waited for all.
        all_mynah, all_other = [max(waits) for waits in mynah], [max(waits) for waits in other]
        ratio = measuring.median_ratio(all_mynah, all_other)
        rows.append(
            Row(f"{title}: all", "s", percentile(all_mynah, 0.5), percentile(all_other, 0.5), ratio, f"ratio <= {RATIO}", ratio <= RATIO))
    return rows


def _at_once(work, items, workers):
    """Has `work` done on all items, by so many workers; answers the seconds from the beginning of all until each is done."""
    started = time.perf_counter()

    def timed(item):
        work(item)
        return time.perf_counter() - started

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        return list(pool.map(timed, items))


def _pipeline(file):
    audio = file.with_suffix(".mp3")
    audio.unlink(missing_ok=True)
    pipeline.speak(file, audio)

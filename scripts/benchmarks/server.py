"""Many tasks at once: what a server makes of all cores."""

import concurrent.futures
import os
import statistics
import time

from benchmarks import measuring, mynah_server, pipeline, texts
from benchmarks.report import Row

NAME = "server"
LEAST = 0.9
TASKS = 20
LENGTH = 1000


def run(context):
    """Audio seconds a second of a server with 20 tasks at once, and of the pipeline on every core over the same texts."""
    all_texts = texts.cuttings(TASKS, LENGTH)
    files = []
    for index, text in enumerate(all_texts):
        files.append(context.folder / f"task-{index}.txt")
        files[-1].write_text(text, encoding="ascii")
    lengths = {}

    with mynah_server.running(context) as server:

        def ours():
            elapsed, tasks = server.speak_all(all_texts)
            lengths["Mynah"] = sum(map(server.duration, tasks))
            return lengths["Mynah"] / elapsed

        def theirs():
            elapsed, lengths["the pipeline"] = _pipelines(files)
            return lengths["the pipeline"] / elapsed

        mynah, other = measuring.in_turns([ours, theirs], context.runs, NAME)
    measuring.check_lengths(lengths)
    ratio = measuring.median_ratio(mynah, other)
    return [
        Row(
            f"server, {TASKS} x {LENGTH} bytes: audio seconds a second", "s/s", statistics.median(mynah), statistics.median(other), ratio,
            f"ratio >= {LEAST}", ratio >= LEAST, {"mynah": mynah, "other": other, "audioSeconds": lengths},
        )
    ]


def _pipelines(files):
    """Speaks all files by the pipeline, as many at once as there are cores; answers the seconds it took and the seconds of audio."""
    audio = [file.with_suffix(".mp3") for file in files]
    for file in audio:
        file.unlink(missing_ok=True)
    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        list(workers.map(pipeline.speak, files, audio))
    elapsed = time.perf_counter() - started
    return elapsed, sum(map(pipeline.duration, audio))

"""A page of text into an MP3 file, on the command line."""

import statistics

from benchmarks import measuring, pipeline, processes, texts
from benchmarks.report import Row

NAME = "say"
LIMIT = 1.0


def run(context):
    """Wall time of `mynah say` and of the pipeline, over 5000 bytes."""
    text = context.folder / "prose.txt"
    text.write_text(texts.prose(), encoding="ascii")
    audio = context.folder / "prose.mp3"
    lengths = {}

    def measure(side, speak):
        audio.unlink(missing_ok=True)
        elapsed = speak()
        lengths[side] = pipeline.duration(audio)
        return elapsed

    say = [context.binary, "say", "--file", text, "--voice", "en-us", "-o", audio]
    ours, theirs = measuring.in_turns(
        [
            lambda: measure("Mynah", lambda: processes.run(say, context.folder)),
            lambda: measure("the pipeline", lambda: pipeline.speak(text, audio)),
        ],
        context.runs,
        NAME,
    )
    measuring.check_lengths(lengths)
    ratio = measuring.median_ratio(ours, theirs)
    return [
        Row(
            "say, 5000 bytes: time", "s", statistics.median(ours), statistics.median(theirs), ratio, f"ratio <= {LIMIT}", ratio <= LIMIT,
            {"mynah": ours, "other": theirs, "audioSeconds": lengths},
        )
    ]

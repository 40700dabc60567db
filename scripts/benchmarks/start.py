"""How long the program takes to start, for information."""

import statistics

from benchmarks import measuring, processes
from benchmarks.report import Row

NAME = "start"


def run(context):
    """Wall time of a program that only tells its version, and of one that speaks a word."""
    audio = context.folder / "hello.mp3"

    def say():
        audio.unlink(missing_ok=True)
        return processes.run([context.binary, "say", "hello", "-o", audio], context.folder) * 1000

    version, hello = measuring.in_turns(
        [lambda: processes.run([context.binary, "--version"], context.folder) * 1000, say], context.runs, NAME)
    return [
        Row("start, mynah --version: time", "ms", statistics.median(version), samples={"mynah": version}),
        Row("start, mynah say hello: time", "ms", statistics.median(hello), samples={"mynah": hello}),
    ]

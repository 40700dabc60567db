"""What the queue, a history and a balance cost with little and with much behind them."""

import json
import pathlib
import statistics
import subprocess

from benchmarks import measuring, processes
from benchmarks.processes import BenchmarkError
from benchmarks.report import Row

NAME = "queue"
LIMIT = 1.5
LARGE = 1_000_000
PATIENCE = 1200
PROGRAM = pathlib.Path(__file__).resolve().parents[2] / ".build/release/queue-benchmark"
TITLES = {
    "claim": "queue, claim and complete, {} and {} waiting: time",
    "history": "queue, a page of history, {} and {} tasks: time",
    "balance": "queue, balance, {} and {} entries: time",
}


def run(context):
    """Milliseconds of each with a million behind it, beside the same with few; the program measures both sides in turns."""
    if not PROGRAM.exists():
        raise BenchmarkError(f"{PROGRAM} is not there: `swift build -c release --product queue-benchmark` builds it.")
    measuring.note(f"{NAME}: two databases for each figure, one of them with {LARGE} rows")
    return [_row(figures) for figures in json.loads(_output(context))]


def _output(context):
    command = [PROGRAM, "--size", str(LARGE), "--runs", str(context.runs), "--folder", context.folder]
    process = processes.start(command, context.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        output, complaint = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise BenchmarkError(f"{PROGRAM.name} took longer than {PATIENCE} s.") from None
    finally:
        processes.end(process)
    if process.returncode != 0:
        raise BenchmarkError(f"{PROGRAM.name} failed ({process.returncode}): {complaint.decode(errors='replace').strip()[-500:]}")
    return output


def _row(figures):
    small, large = figures["small"], figures["large"]
    ratio = measuring.median_ratio(large, small)
    return Row(
        TITLES[figures["name"]].format(f"{LARGE:,}", f"{figures['smallSize']:,}"), "ms", statistics.median(large), statistics.median(small), ratio,
        f"ratio <= {LIMIT}", ratio <= LIMIT, {"mynah": large, "other": small})

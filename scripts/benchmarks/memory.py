"""What the server keeps in memory, idle and at work. One MB is a million bytes."""

import pathlib
import re
import statistics
import time

from benchmarks import measuring, mynah_server, texts
from benchmarks.processes import BenchmarkError
from benchmarks.report import Row

NAME = "memory"
IDLE_LIMIT = 80
GROWTH_LIMIT = 40
# Seconds after a task until the server counts as idle.
PAUSE = 1.0


def run(context):
    """Resident memory of the server, idle and at its peak during a task of 5000 bytes, and of its hosts, each run with a new server."""
    runs = []
    for turn in range(context.runs):
        measuring.note(f"{NAME}: run {turn + 1} of {context.runs}")
        runs.append(_measure(context))
    columns = {name: [figures[name] for figures in runs] for name in runs[0]}
    median = {name: statistics.median(figures) for name, figures in columns.items()}

    def row(name, column, target=None, holds=None):
        return Row(name, "MB", median[column], target=target, holds=holds, samples={"mynah": columns[column]})

    return [
        row("memory, server idle: RSS", "idle", f"< {IDLE_LIMIT} MB", median["idle"] < IDLE_LIMIT),
        row("memory, server, 5000 bytes: peak over idle", "growth", f"<= {GROWTH_LIMIT} MB", median["growth"] <= GROWTH_LIMIT),
        row("memory, hosts idle, all: RSS", "hostsRSS"),
        row("memory, hosts idle, all: PSS", "hostsPSS"),
        row("memory, server and hosts idle: PSS", "allPSS"),
    ]


def _measure(context):
    with mynah_server.running(context) as server:
        folder = pathlib.Path(f"/proc/{server.process.pid}")
        server.speak(texts.SHORT_SENTENCE)
        time.sleep(PAUSE)
        hosts = [pathlib.Path(f"/proc/{number}") for number, _ in server.hosts()]
        idle = _megabytes(folder / "status", "VmRSS")
        hosts_rss = sum(_megabytes(host / "smaps_rollup", "Rss") for host in hosts)
        hosts_pss = sum(_megabytes(host / "smaps_rollup", "Pss") for host in hosts)
        server_pss = _megabytes(folder / "smaps_rollup", "Pss")
        try:
            # 5: the peak begins anew (proc(5)).
            (folder / "clear_refs").write_text("5")
        except OSError as error:
            raise BenchmarkError(f"The peak of the server's memory can't be reset: {error.strerror}.") from error
        server.speak(texts.prose())
        peak = _megabytes(folder / "status", "VmHWM")
        return {"idle": idle, "growth": peak - idle, "hostsRSS": hosts_rss, "hostsPSS": hosts_pss, "allPSS": hosts_pss + server_pss}


def _megabytes(file, name):
    """A figure of a file of the kernel's, which counts in KiB."""
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB$", file.read_text(), re.MULTILINE)
    except OSError as error:
        raise BenchmarkError(f"{file} can't be read: {error.strerror}.") from error
    if not found:
        raise BenchmarkError(f"{file} does not tell {name}.")
    return int(found[1]) * 1024 / 1e6

"""How many requests a server answers: looks at a task beside a constant answer, and tasks that it takes on."""

import json
import statistics
import subprocess

from benchmarks import measuring, mynah_server, processes
from benchmarks.report import Row

NAME = "api"
LEAST_SHARE = 0.5
LEAST_TASKS = 1000
# The usual limits are for people, not for this.
SETTINGS = {f"MYNAH_LIMITS_REQUESTS_PER_{who}": "1000000000" for who in ("KEY", "USER", "ADDRESS")} | {
    "MYNAH_LIMITS_OPEN_TASKS_PER_USER": "100000000"}
SECONDS = 4

# Each request has a text of its own, and one that is not taken on is not counted.
TASKS = """
local number, run = 0, os.getenv("RUN")
request = function()
    number = number + 1
    return wrk.format("POST", nil, nil, string.format('{"text":"Text %s of run %s.","voiceId":"en-us"}', number, run))
end
"""
# In place of wrk's report, what is wanted of it.
REPORT = """
done = function(summary, latency)
    local errors = summary.errors
    io.write(string.format('\\n{"requests":%d,"microseconds":%d,"bad":%d}\\n', summary.requests, summary.duration,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
"""


def run(context):
    """Polls a second, in turns with requests to `/healthz`, with a key and without; and tasks a second while the workers are busy and the queue fills up."""
    scripts = {"report": REPORT, "tasks": TASKS + REPORT}
    for name, text in scripts.items():
        (context.folder / f"{name}.lua").write_text(text, encoding="ascii")
    with mynah_server.running(context, SETTINGS) as server:
        task = server.speak("Hello world.")

        def polls():
            return _rate(context, server, "report", f"/api/v1/tts/{task}", connections=16)

        def constants():
            return _rate(context, server, "report", "/healthz", connections=16)

        def open_constants():
            return _rate(context, server, "report", "/healthz", connections=16, has_key=False)

        polled, constant, open_constant = measuring.in_turns([polls, constants, open_constants], context.runs, NAME)
        turns = range(-1, context.runs)
        taken = [_rate(context, server, "tasks", "/api/v1/tts", connections=32, turn=turn) for turn in turns][1:]
    tasks = statistics.median(taken)
    return [
        _share("api, looks at a task and constant answers a second", polled, constant),
        _share("api, looks at a task and constant answers without a key a second", polled, open_constant),
        Row("api, tasks taken on a second", "/s", tasks, target=f">= {LEAST_TASKS} /s", holds=tasks >= LEAST_TASKS, samples={"mynah": taken}),
    ]


def _share(name, polled, constant):
    share = measuring.median_ratio(polled, constant)
    return Row(
        name, "/s", statistics.median(polled), statistics.median(constant), share, f"ratio >= {LEAST_SHARE}", share >= LEAST_SHARE,
        {"mynah": polled, "other": constant})


def _rate(context, server, script, path, connections, turn=0, has_key=True):
    """The requests that were answered a second, by wrk with one thread and so many connections."""
    command = [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{SECONDS}s",
        *(["--header", f"Authorization: Bearer {server.key}"] if has_key else []), "--header", "Content-Type: application/json",
        "--script", f"{context.folder}/{script}.lua", server.url + path,
    ]
    process = processes.start(
        command, context.folder, {"RUN": str(turn)}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        answer, complaint = (pipe.decode(errors="replace") for pipe in process.communicate(timeout=SECONDS + 30))
    except subprocess.TimeoutExpired:
        raise processes.BenchmarkError("wrk does not end.") from None
    finally:
        processes.end(process)
    lines = [line for line in answer.splitlines() if line.startswith("{")]
    if process.returncode != 0 or not lines:
        raise processes.BenchmarkError(f"wrk ended ({process.returncode}): {complaint.strip()[-300:]}")
    report = json.loads(lines[-1])
    if report["bad"] > 0:
        raise processes.BenchmarkError(f"{report['bad']} of {report['requests']} requests to {path} were not answered well.")
    return report["requests"] / report["microseconds"] * 1e6

"""Processes that are always bounded in time and never outlive the benchmark."""

import ctypes
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

_running = set()
_stopping = False
# Set while the main thread makes a process that is not in `_running` yet: a signal then waits for it.
_starting = False


class BenchmarkError(Exception):
    """Something did not work, so that there is no figure; the message says what."""


def stop_on_signals():
    """Has Ctrl-C and SIGTERM end every process, and then the program by way of its `finally` blocks."""

    def stop(number, frame):
        global _stopping
        if _stopping:
            return
        _stopping = True
        for process in list(_running):
            kill(process)
        if not _starting:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


def forbid_higher_priorities():
    """Has nothing that is started from now on run at a higher priority than this program.

    Swift's Dispatch raises threads of an urgent quality of service, and with them what they start, where it may: as root. The pipeline has nothing of
    the kind, so that on a busy machine it would be compared with a program that others have to make room for. Call it before any thread starts.
    """
    try:
        # PR_CAPBSET_DROP of CAP_SYS_NICE (prctl(2)): it takes effect at the next exec. Who is not root may not call it, and has no need to.
        ctypes.CDLL(None, use_errno=True).prctl(24, 23, 0, 0, 0)
    except (OSError, AttributeError):
        pass


def start(command, folder, variables=None, **pipes):
    """Starts `command` in a process group of its own, with `folder` as its current folder.

    The user's settings for Mynah do not reach it: of `MYNAH_…` variables it has only those in `variables`.
    """
    global _starting
    if _stopping:
        raise BenchmarkError("The benchmark is being stopped.")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MYNAH_")} | (variables or {})
    is_main = threading.current_thread() is threading.main_thread()
    try:
        _starting = _starting or is_main
        process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, **pipes)
        _running.add(process)
    except OSError as error:
        raise BenchmarkError(f"{command[0]} does not start: {error.strerror}.") from error
    finally:
        if is_main:
            _starting = False
    if _stopping:
        end(process)
        raise KeyboardInterrupt if is_main else BenchmarkError("The benchmark is being stopped.")
    return process


def end(process, patience=0.0):
    """Asks the process to end where it is given time, kills its group when `patience` seconds are over, and closes its pipes."""
    try:
        if patience > 0 and process.poll() is None:
            process.terminate()
            try:
                process.wait(patience)
            except subprocess.TimeoutExpired:
                pass
    finally:
        kill(process)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass
        process.wait(10)
        _running.discard(process)


def kill(process):
    """Kills the process and its group, if it was not waited for yet: an id that was may be somebody else's."""
    if process.returncode is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def run(command, folder, patience=120.0):
    """Runs `command` to its end; answers the seconds it took.

    Raises BenchmarkError when it fails, or takes longer than `patience` seconds.
    """
    started = time.perf_counter()
    process = start(command, folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _, complaint = process.communicate(timeout=patience)
        elapsed = time.perf_counter() - started
    except subprocess.TimeoutExpired:
        raise BenchmarkError(f"{command[0]} took longer than {patience:.0f} s.") from None
    finally:
        end(process)
    if process.returncode != 0:
        raise BenchmarkError(f"{' '.join(map(str, command))} failed ({process.returncode}): {complaint.decode(errors='replace').strip()[-500:]}")
    return elapsed


def output(command):
    """The first line that `command` prints; a question mark if it does not work."""
    try:
        answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, text=True, errors="replace")
        return answer.stdout.strip().splitlines()[0]
    except (OSError, subprocess.SubprocessError, IndexError):
        return "?"


def children(parent):
    """The ids of a process's children, each with the time it started at, which tells it from a later process of the same id."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit() and (status := _status(int(entry.name))) and status[0] == parent:
            found.append((int(entry.name), status[1]))
    return sorted(found)


def end_orphans(orphans, patience=5.0):
    """Waits until processes that `children` answered, and whose parent has ended, are gone; kills those that stay. Answers how many stayed."""
    deadline = time.monotonic() + patience
    while True:
        left = [(number, started) for number, started in orphans if (status := _status(number)) and status[1] == started]
        if not left or time.monotonic() >= deadline:
            break
        time.sleep(0.02)
    for number, _ in left:
        print(f"A host, process {number}, outlived its server and was killed.", file=sys.stderr)
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            pass
    return len(left)


def _status(number):
    """A process's parent and its start in clock ticks; None when it is gone or only its exit code is left."""
    try:
        fields = pathlib.Path(f"/proc/{number}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else (int(fields[1]), int(fields[19]))

"""A client of one engine process: frames over its standard input and output (docs/engine-protocol.md)."""

import contextlib
import json
import os
import select
import struct
import subprocess
import time

from benchmarks import processes
from benchmarks.processes import BenchmarkError

REQUEST, SAMPLES, READY, SPOKEN, FINISHED, FAILED = 1, 2, 16, 19, 20, 21

# The engine's voice as it is.
PLAIN = {"pitch": 0, "range": 1, "rate": 1, "formants": 1, "breath": 0, "roughness": 0}

MEMORY_LIMIT = 1 << 30
PATIENCE = 20


@contextlib.contextmanager
def running(context):
    """An engine process whose engines are loaded, for as long as the `with` block lasts."""
    process = processes.start(
        [context.binary, "host", str(MEMORY_LIMIT)], context.folder,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
    try:
        host = Host(process)
        host.expect(READY)
        yield host
    finally:
        processes.end(process)


def _segment(engine, voice, sample_rate, text):
    return {
        "text": text,
        "runs": [{"range": [0, len(text.encode())], "voice": {"engine": engine, "name": voice, "timbre": PLAIN}}],
        "pauses": [],
        "followsPause": False,
        "sampleRate": sample_rate,
        "prosody": {"speed": 1, "pitch": 0, "pitchRange": 1},
        "emotion": "neutral",
        "isContinued": False,
    }


class Host:
    """An engine process that waits for requests."""

    def __init__(self, process):
        self._input = process.stdin.fileno()
        self._output = process.stdout.fileno()
        self._poll = select.poll()
        self._poll.register(self._output, select.POLLIN)
        self._deadline = time.monotonic() + PATIENCE

    def first_audio(self, engine, voice, sample_rate, text):
        """Has `text` spoken; answers the seconds from asking to the first samples, and reads the rest."""
        started = self._ask({"speak": {"_0": _segment(engine, voice, sample_rate, text)}})
        self.expect(SAMPLES)
        elapsed = time.perf_counter() - started
        self._read_until(SPOKEN)
        return elapsed

    def finished_audio(self, engine, voice, sample_rate, text, effects):
        """Has `text` spoken and made an MP3 file of, with voice effects; answers the seconds until it is here."""
        segment = _segment(engine, voice, sample_rate, text) | {"effects": effects}
        finishing = {"encoding": {"format": "mp3", "sampleRate": 32_000, "bitRate": 128_000}, "volume": 1, "effects": effects}
        started = self._ask({"speakAndFinish": {"_0": segment, "_1": finishing}})
        self._read_until(FINISHED)
        return time.perf_counter() - started

    def expect(self, kind):
        """Reads a frame, which has to be of `kind`."""
        found, payload = self._frame()
        if found != kind:
            raise BenchmarkError(f"mynah host answered a frame of kind {found}, not {kind}: {payload[:300].decode(errors='replace')}")

    def _ask(self, request):
        """Sends a request; answers when that began."""
        payload = json.dumps(request).encode()
        frame = struct.pack("<IB", len(payload), REQUEST) + payload
        self._deadline = time.monotonic() + PATIENCE
        started = time.perf_counter()
        # Shorter than a pipe holds: it is written at once.
        os.write(self._input, frame)
        return started

    def _read_until(self, kind):
        while True:
            found, payload = self._frame()
            if found == kind:
                return
            if found == FAILED:
                raise BenchmarkError(f"mynah host did not speak a text: {payload[:300].decode(errors='replace')}")

    def _frame(self):
        length, kind = struct.unpack("<IB", self._read(5))
        return kind, self._read(length)

    def _read(self, count):
        content = bytearray()
        while len(content) < count:
            left = self._deadline - time.monotonic()
            if left <= 0 or not self._poll.poll(left * 1000):
                raise BenchmarkError(f"mynah host did not answer within {PATIENCE} s.")
            piece = os.read(self._output, count - len(content))
            if not piece:
                raise BenchmarkError("mynah host ended in the midst of an answer.")
            content += piece
        return bytes(content)

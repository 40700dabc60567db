"""A receiver of webhooks that does nothing but count."""

import asyncio
import queue
import threading
import time

from benchmarks.processes import BenchmarkError

PATIENCE = 120


class WebReceiver:
    """Listens on a free port of 127.0.0.1 within a `with` block, and answers every request with `status`."""

    def __init__(self):
        self.status = 200
        self.url = None
        self._received = queue.SimpleQueue()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024), self._loop).result(10)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        return self

    def __exit__(self, *error):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def take(self, count):
        """The next `count` requests, once they are here: when each came, and the id of its delivery."""
        try:
            return [self._received.get(timeout=PATIENCE) for _ in range(count)]
        except queue.Empty:
            raise BenchmarkError(f"The next of {count} webhooks did not come within {PATIENCE} s.") from None

    async def _serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:])}
                await reader.readexactly(int(fields.get("content-length", 0)))
                self._received.put((time.perf_counter(), fields.get("mynah-delivery")))
                writer.write(f"HTTP/1.1 {self.status} Status\r\nContent-Length: 0\r\n\r\n".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

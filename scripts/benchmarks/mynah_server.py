"""A real server on a data folder of its own, and its client."""

import concurrent.futures
import contextlib
import http.client
import json
import re
import subprocess
import time
import urllib.parse

from benchmarks import processes
from benchmarks.processes import BenchmarkError

PATIENCE = 120


@contextlib.contextmanager
def running(context, settings=None):
    """A server that listens on a free port and has a key, for as long as the `with` block lasts.

    Its settings are the usual ones but for those in `settings`, by their variables.
    """
    context.server_count += 1
    folder = context.folder / f"server-{context.server_count}"
    folder.mkdir()
    banner, log = folder / "banner.txt", folder / "log.txt"
    data = folder / "data"
    command = [context.binary, "serve", "--host", "127.0.0.1", "--port", "0", "--data", data]
    with banner.open("wb") as output, log.open("wb") as errors:
        # No run of any length may end for want of credits, and each run speaks anew.
        variables = {"MYNAH_USERS_MONTHLY_CREDITS": "1000000000", "MYNAH_FILES_REUSE": "false"} | (settings or {})
        process = processes.start(
            command, folder, variables, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
    hosts = []
    try:
        server = Server(process, data, *_greeting(process, banner, log))
        hosts = server.hosts()
        yield server
    finally:
        hosts = hosts or processes.children(process.pid)
        processes.end(process, patience=15)
        processes.end_orphans(hosts)


def _greeting(process, banner, log):
    """The port and the key, from what the server says when it listens."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        text = banner.read_text(errors="replace")
        port = re.search(r"listens on http://127\.0\.0\.1:(\d+)\.", text)
        key = re.search(r"^\s+(eyJ[\w.-]+)$", text, re.MULTILINE)
        if port and key:
            return int(port[1]), key[1]
        if process.poll() is not None:
            raise BenchmarkError(f"mynah serve ended ({process.returncode}): {log.read_text(errors='replace').strip()[-500:]}")
        time.sleep(0.01)
    raise BenchmarkError("mynah serve did not listen within 30 s.")


class Server:
    """A running server, as its client sees it."""

    def __init__(self, process, data, port, key):
        self.process = process
        self.data = data
        self._port = port
        self.url = f"http://127.0.0.1:{port}"
        self.key = key
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

    def hosts(self):
        """The server's engine processes: ids and starts."""
        return processes.children(self.process.pid)

    def speak(self, text):
        """Has a text spoken by the voice en-us; answers the task's id once its audio is here, whole."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE + 10)
        try:
            task = json.loads(self._request(connection, "POST", "/api/v1/tts", json.dumps({"text": text, "voiceId": "en-us"})))["speechId"]
            audio = self._request(connection, "GET", f"/api/v1/tts/{task}/audio?wait={PATIENCE}")
            if len(audio) < 1000:
                raise BenchmarkError(f"The server answered {len(audio)} bytes of audio.")
            return task
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise BenchmarkError(f"The server did not speak a text: {type(error).__name__} {error}") from error
        finally:
            connection.close()

    def create_mp3(self, text):
        """Has a text spoken by the voice en-us while it waits, and fetches the audio."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE + 10)
        try:
            body = json.dumps({"text": text, "voice_id": "en-us"})
            answer = json.loads(self._request(connection, "POST", "/v1/minimax/audio/create-mp3", body))
            audio = self._request(connection, "GET", urllib.parse.urlsplit(answer["audio_url"]).path)
            if len(audio) != answer["audio_size"] or len(audio) < 1000:
                raise BenchmarkError(f"The server answered {len(audio)} bytes of audio.")
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise BenchmarkError(f"The server did not speak a text: {type(error).__name__} {error}") from error
        finally:
            connection.close()

    def ask_telling(self, url):
        """Asks for a short text to be spoken, and `url` to be told of it."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            self._request(connection, "POST", "/api/v1/tts", json.dumps({"text": "Hi.", "voiceId": "en-us", "webhookUrl": url}))
        except (OSError, http.client.HTTPException) as error:
            raise BenchmarkError(f"The server did not take a text: {type(error).__name__} {error}") from error
        finally:
            connection.close()

    def speak_all(self, all_texts):
        """Has all texts spoken, asked for at once; answers the seconds until the last audio is here, and the tasks' ids."""
        started = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(len(all_texts)) as clients:
            tasks = list(clients.map(self.speak, all_texts))
        return time.perf_counter() - started, tasks

    def duration(self, task):
        """The length of a task's audio in seconds, as the server tells it."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            speech = json.loads(self._request(connection, "GET", f"/api/v1/tts/{task}"))["speech"]
            return float(speech["duration"])
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
            raise BenchmarkError(f"The server did not tell a task's duration: {type(error).__name__} {error}") from error
        finally:
            connection.close()

    def _request(self, connection, method, path, body=None):
        connection.request(method, path, body, self._headers)
        response = connection.getresponse()
        content = response.read()
        if response.status != 200:
            raise BenchmarkError(f"{method} {path} was answered {response.status}: {content[:300].decode(errors='replace')}")
        return content

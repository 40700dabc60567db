"""How fast a server makes the samples of all its voices."""

import http.client
import json
import time

from benchmarks import measuring, mynah_server
from benchmarks.processes import BenchmarkError
from benchmarks.report import Row

NAME = "previews"


def run(context):
    """Voices a second, each sample asked for by its link when there is none yet; one run, since each is made but once."""
    with mynah_server.running(context) as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)
        try:
            links = _links(server, connection)
            measuring.note(f"{NAME}: {len(links)} voices")
            started = time.perf_counter()
            for link in links:
                connection.request("GET", link.removeprefix(server.url))
                answer = connection.getresponse()
                audio = answer.read()
                if answer.status != 200 or len(audio) < 1000:
                    raise BenchmarkError(f"{link} was answered {answer.status}, {len(audio)} bytes.")
            rate = len(links) / (time.perf_counter() - started)
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise BenchmarkError(f"The samples can't be had: {type(error).__name__} {error}") from error
        finally:
            connection.close()
    return [Row("previews: voices a second", "/s", rate, samples={"mynah": [rate], "voices": len(links)})]


def _links(server, connection):
    """The links to every voice's sample."""
    links, page = [], 1
    while True:
        connection.request("GET", f"/api/v1/voices?limit=100&page={page}", headers={"Authorization": f"Bearer {server.key}"})
        answer = json.loads(connection.getresponse().read())
        links += [voice["audioUrl"] for voice in answer["voices"]]
        if not answer["pagination"]["hasNext"]:
            return links
        page += 1

"""How long it takes to list voices, with every filter, for a user who has cloned ten thousand beside the library."""

import contextlib
import http.client
import json
import sqlite3
import time

from benchmarks import measuring, mynah_server
from benchmarks.processes import BenchmarkError
from benchmarks.report import Row

NAME = "voices"
CLONES = 10_000
# How often each list is asked for, for each run that is counted.
ROUNDS = 40
TARGET = 5.0

LISTS = [
    "/api/v1/labs/voices",
    "/api/v1/labs/voices?search=voice+77",
    "/api/v1/labs/voices?language=en",
    "/api/v1/labs/voices?language=Vietnamese&gender=female",
    "/api/v1/labs/voices?accent=american&age=young",
    "/api/v1/labs/voices?use_cases=news&use_cases=audiobook",
    "/api/v1/labs/voices?category=cloned&page=100",
    "/api/v1/labs/voices?category=premade",
    "/api/v1/labs/voices?sort=trending",
    "/api/v1/labs/voices?sort=usage_character_count_1y&page=300",
    "/api/v1/labs/voices?sort=created_date&gender=male",
    "/api/v1/labs/voices?sort=cloned_by_count&language=en-GB",
    "/api/v1/labs/voices?gender=female&age=old&language=de&search=a",
    "/api/v1/max/voices?language=Italian&gender=Female&age=Adult",
    "/api/v1/max/voices?page=20",
    "/api/v1/voices",
    "/api/v1/voices?type=USER&page=50",
    "/api/v1/voices?type=SYSTEM&sortBy=title&sortOrder=asc",
    "/api/v1/voices?sortBy=title&sortOrder=desc&page=200",
    "/api/v1/voices?sortBy=popularity&limit=100",
    "/api/v1/voices?sortBy=duration&sortOrder=asc&page=90",
    "/api/v1/voices?sortBy=updatedAt&status=COMPLETED",
    "/v1/minimax/audio/voices?tag_list=Italian,Female,Adult,Calm",
]


def run(context):
    """Milliseconds of each answer, over all lists, at the client; each list is asked for once before."""
    with mynah_server.running(context, {"MYNAH_LIMITS_REQUESTS_PER_KEY": "1000000", "MYNAH_LIMITS_REQUESTS_PER_USER": "1000000"}) as server:
        _add_clones(server)
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=60)
        try:
            total = _ask(server, connection, LISTS[0])[1]["total"]
            if total <= CLONES:
                raise BenchmarkError(f"The list has {total} voices, and should have more than the {CLONES} clones.")
            figures = {path: [] for path in LISTS}
            for path in LISTS:
                _ask(server, connection, path)
            for turn in range(context.runs * ROUNDS):
                if turn % ROUNDS == 0:
                    measuring.note(f"{NAME}: run {turn // ROUNDS + 1} of {context.runs}")
                for path in LISTS:
                    figures[path].append(_ask(server, connection, path)[0] * 1000)
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise BenchmarkError(f"The voices can't be listed: {type(error).__name__} {error}") from error
        finally:
            connection.close()
    every = [figure for list in figures.values() for figure in list]
    slowest = max(LISTS, key=lambda path: measuring.percentile(figures[path], 0.99))
    measuring.note(f"{NAME}: the slowest is {slowest}, p99 {measuring.percentile(figures[slowest], 0.99):.2f} ms")
    p99 = measuring.percentile(every, 0.99)
    return [
        Row(f"voices: a list beside {CLONES:,} clones, p50", "ms", measuring.percentile(every, 0.5), samples=figures),
        Row(f"voices: a list beside {CLONES:,} clones, p99", "ms", p99, target=f"< {TARGET:g} ms", holds=p99 < TARGET),
    ]


def _ask(server, connection, path):
    """How many seconds an answer takes, and what it is."""
    started = time.perf_counter()
    connection.request("GET", path, headers={"Authorization": f"Bearer {server.key}"})
    answer = connection.getresponse()
    body = answer.read()
    seconds = time.perf_counter() - started
    if answer.status != 200:
        raise BenchmarkError(f"{path} was answered {answer.status}.")
    return seconds, json.loads(body)


def _add_clones(server):
    """Puts clones into the server's database, which are only to be listed: they have no sound."""
    timbre = {"pitch": 1, "range": 1, "rate": 1, "formants": 1, "breath": 0, "roughness": 0}
    base = json.dumps({"engine": "flite", "name": "slt", "timbre": timbre})
    with contextlib.closing(sqlite3.connect(server.data / "mynah.db", timeout=30)) as database, database:
        (user,) = database.execute("SELECT id FROM users").fetchone()
        for number in range(CLONES):
            clone = f"cl{number:023d}"
            gender, age = ("female", "male")[number % 2], ("adult", "youth", "senior")[number % 3]
            database.execute(
                """INSERT INTO voice_clones (id, user_id, account, price, title, tags, language, gender, age, base, profile, reduces_noise,
                    duration, created_at, updated_at) VALUES (?, ?, 'local', 1000, ?, '["calm","studio"]', ?, ?, ?, ?, '{}', 0, ?, ?, ?)""",
                (clone, user, f"Voice {number * 7919 % CLONES}", ("en-US", "vi", "de")[number % 3], gender, age, base, 3 + number % 300,
                 1_794_000_000_000 + number, 1_794_000_000_000 + number * 31 % CLONES))
            database.execute("INSERT INTO voice_clone_names (user_id, name, clone_id) VALUES (?, ?, ?)", (user, clone, clone))
            database.execute("INSERT INTO voice_samples (file_name, clone_id, content_type, size) VALUES (?, ?, 'audio/mpeg', 1000)",
                             (f"{clone}.mp3", clone))
            database.execute("INSERT INTO voice_usage (voice_id, uses, uses_in_year, characters_in_year, revision) VALUES (?, ?, ?, ?, ?)",
                             (clone, number % 101, number % 97, number % 89 * 100, number + 1))
        database.execute("INSERT INTO voice_clone_totals (user_id, total, revision) VALUES (?, ?, 1)", (user, CLONES))

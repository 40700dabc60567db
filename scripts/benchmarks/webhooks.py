"""How many webhooks a server delivers."""

import concurrent.futures
import statistics

from benchmarks import measuring, mynah_server, processes
from benchmarks.report import Row
from benchmarks.web_receiver import WebReceiver

NAME = "webhooks"
COUNT = 1000
CLIENTS = 16


def run(context):
    """Webhooks a second, from the outbox to a receiver on the same machine: all of them wait when the first is sent."""
    with WebReceiver() as receiver, mynah_server.running(context, {"MYNAH_WEBHOOKS_ALLOWED_RANGES": "127.0.0.1"}) as server:
        measuring.note(f"{NAME}: {COUNT} tasks")
        # The first time all are refused, and so given up.
        receiver.status = 404
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(lambda _: server.ask_telling(receiver.url), range(COUNT)))
        deliveries = sorted(delivery for _, delivery in receiver.take(COUNT))
        receiver.status = 200
        rates = []
        for turn in range(-1, context.runs):
            measuring.note(f"{NAME}: {'warm-up' if turn < 0 else f'run {turn + 1} of {context.runs}'}")
            processes.run([context.binary, "webhooks", "redeliver", *deliveries, "--data", server.data], context.folder)
            times = [time for time, _ in receiver.take(COUNT)]
            if turn >= 0:
                rates.append((COUNT - 1) / (max(times) - min(times)))
    return [Row("webhooks: delivered a second", "/s", statistics.median(rates), samples={"mynah": rates})]

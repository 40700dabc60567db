"""What each voice effect adds to the time of speaking a page."""

import statistics

from benchmarks import host, measuring, pipeline, texts
from benchmarks.report import Row

NAME = "effects"
LIMIT = 0.5
NONE = {
    "deepenLighten": 0, "robotic": False, "strongerSofter": 0, "nasalCrisp": 0, "lofiTelephone": False, "spaciousEcho": False, "auditoriumEcho": False,
}
EFFECTS = [
    {"deepenLighten": -100}, {"deepenLighten": 100}, {"robotic": True}, {"strongerSofter": -100}, {"strongerSofter": 100}, {"nasalCrisp": -100},
    {"nasalCrisp": 100}, {"lofiTelephone": True}, {"spaciousEcho": True}, {"auditoriumEcho": True},
]


def run(context):
    """The time that 5000 bytes take longer with an effect, measured and finished by one process, over the pipeline's time."""
    text = context.folder / "prose.txt"
    text.write_text(texts.prose(), encoding="ascii")
    audio = context.folder / "effects.mp3"

    def pipe():
        audio.unlink(missing_ok=True)
        return pipeline.speak(text, audio)

    with host.running(context) as warm:

        def speak(effects):
            return lambda: warm.finished_audio("espeak-ng", "en-us", 22_050, texts.prose(), NONE | effects)

        theirs, plain, *affected = measuring.in_turns([pipe, speak({})] + [speak(effects) for effects in EFFECTS], context.runs, NAME)
    return [_row(effects, figures, plain, theirs) for effects, figures in zip(EFFECTS, affected, strict=True)]


def _row(effects, affected, plain, theirs):
    added = [one - other for one, other in zip(affected, plain, strict=True)]
    ratio = measuring.median_ratio(added, theirs)
    (name, strength), = effects.items()
    title = name if strength is True else f"{name} {strength}"
    return Row(
        f"effects, 5000 bytes, {title}: time added", "s", statistics.median(added), statistics.median(theirs), ratio, f"ratio <= {LIMIT}",
        ratio <= LIMIT, {"mynah": added, "other": theirs})

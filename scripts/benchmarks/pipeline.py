"""The other side: the same work by the programs that a shell has, an engine piped into FFmpeg."""

from benchmarks import processes

_COMMAND = 'espeak-ng -v en-us -f "$1" --stdout | ffmpeg -hide_banner -loglevel error -i - -ar 32000 -ac 1 -b:a 128k "$2"'

BIT_RATE = 128_000


def speak(text, audio):
    """Speaks the file `text` into the MP3 file `audio`, which is not there yet; answers the seconds it took."""
    elapsed = processes.run(["sh", "-c", _COMMAND, "sh", str(text), str(audio)], audio.parent)
    # A shell tells of its last command alone.
    if duration(audio) <= 0.1:
        raise processes.BenchmarkError("The pipeline of espeak-ng and ffmpeg made no audio.")
    return elapsed


def duration(audio):
    """The length in seconds of an MP3 file of the pipeline's bit rate."""
    return audio.stat().st_size * 8 / BIT_RATE if audio.exists() else 0

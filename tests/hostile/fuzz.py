"""A fuzzer that learns which bytes lead to code not seen yet: `python -m tests.hostile.fuzz FORMAT SECONDS [FOLDER]`.

It wants atheris (the extra `long`), and goes on for the seconds, beginning with the files of the folder and with the
pieces that every format is made of. What it finds is written down, to be read again with the file as the folder. The
normal run has properties and mutants of the same readers; this is for a free evening.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

JSON = ("json", "dayone", "jrnl-json", "communities")
"""Formats that are JSON, all or at times."""
SLOWEST = 15
"""How many seconds one input may take."""
MOST_MEGABYTES = 1_500
"""How much memory all may take; a gigabyte is what a reader may take."""


def seeds() -> Iterator[tuple[str, bytes]]:
    """Go through small files of every format, for the fuzzer to begin with, by their names."""
    from tests.hostile.conftest import TEXTS
    from tests.hostile.test_importers import files_with

    for number, text in enumerate((*TEXTS.values(), "Knots and splices, on Friday")):
        if len(text) < 300 and text.isprintable():
            for name, data in files_with(text):
                yield f"{number}-{name}", data


def words() -> str:
    """Return the pieces of all formats as a dictionary of libFuzzer."""
    from tests.hostile.test_fuzz import TOKENS

    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n' for token in TOKENS)


def altered(data: bytes, most: int, seed: int) -> bytes:
    """Alter a JSON document: mostly its values, for it would be none any more if only its bytes were altered."""
    from tests.hostile.test_fuzz import warped

    dice = random.Random(seed)  # noqa: S311 - for damage
    with suppress(ValueError, RecursionError):
        document = json.loads(data) if dice.random() < 0.9 else None
        if isinstance(document, dict) and len(made := warped(document, dice)) <= most:
            return made
    torn = bytearray(data or b"{}")
    for _ in range(dice.randint(1, 8)):
        torn[dice.randrange(len(torn))] = dice.randrange(256)
    return bytes(torn)


def main(name: str, seconds: str, *folders: str) -> None:
    """Fuzz one reader for so many seconds; the process ends with it."""
    import atheris

    with atheris.instrument_imports(include=["cop_tui"]):
        from tests.hostile.readers import READERS, reader_of, takes_or_refuses

        if name not in READERS:
            sys.exit(f"{name} is none of the formats: {', '.join(READERS)}")
        reader = reader_of(name)
    with TemporaryDirectory() as place:
        sown = Path(place, "seeds")
        sown.mkdir()
        for one, data in seeds():
            sown.joinpath(one).write_bytes(data)
        Path(place, "words").write_text(words(), encoding="ascii")
        limits = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST_MEGABYTES}"]
        arguments = [f"-dict={place}/words", "-max_len=6000", *limits, *(folders or [str(sown)]), str(sown)]
        own = {"custom_mutator": altered} if name in JSON else {}
        atheris.Setup([sys.argv[0], *arguments], lambda data: takes_or_refuses(reader, data), **own)
        atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

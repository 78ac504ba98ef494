"""Whatever is typed into whichever option of whichever command: kept as it is or refused, and never obeyed."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

from cop_tui.cli.main import root
from cop_tui.domain.book import Book
from cop_tui.exchange.json_book import read, write
from cop_tui.storage.notebook import Notebook

Cop = Callable[..., CompletedProcess[str]]

BEFORE = (
    ("me", "--name", "Sam", "--email", "sam@example.net"),
    ("community", "add", "Bees"),
    ("ask", "Ana", "bees"),
    ("goal", "add", "keep bees"),
    ("invite", "Honey", "--to", "Ana", "--on", "2026-12-04 18:00"),
    ("learn", "smoke calms"),
    ("yes", "build a hive", "--on", "2026-11-22"),
)
"""What is in the notebook before: one of each, so that every command has something to work on."""

NEEDED: dict[str, dict[str, str]] = {
    "skip": {},
    "pause": {"--until": "2026-12-01"},
    "ask": {"person": "Ana", "subjects": "bees"},
    "share": {"subjects": "bees"},
    "invite": {"--to": "Ana", "title": "Tea"},
    "revise": {"record": "Honey", "--where": "here"},
    "withdraw": {"record": "Honey"},
    "yes": {"text": "make tea"},
    "maybe": {"record": "Honey"},
    "no": {"record": "Honey"},
    "learn": {"text": "knots"},
    "climb": {"record": "smoke"},
    "tell": {"text": "a day"},
    "contact": {"person": "Ana", "text": "talked"},
    "showed-up": {"record": "hive"},
    "missed": {"record": "hive"},
    "excuse": {"record": "hive"},
    "release": {"record": "hive"},
    "move": {"record": "hive", "--on": "2026-12-01"},
    "community add": {"name": "Tea"},
    "community archive": {"record": "Bees"},
    "community join": {"record": "Bees"},
    "community leave": {"record": "Bees"},
    "community level": {"record": "Bees", "level": "core"},
    "community rhythm": {"record": "Bees", "days": "7"},
    "community show": {"record": "Bees"},
    "community stage": {"record": "Bees", "stage": "maturing"},
    "community with": {"record": "Bees", "--person": "Ana"},
    "goal add": {"text": "swim"},
    "goal drop": {"record": "keep"},
    "goal reached": {"record": "keep"},
    "list": {"kind": "people"},
    "show": {"record": "Ana"},
    "search": {"words": "bees"},
    "me": {},
    "remove": {"record": "Ana"},
    "import": {"files": "none.ics"},
    "export": {"to": "json"},
    "demo": {},
    "backup restore": {"name": "none"},
}
"""The least that each command that takes words needs."""


def commands(group: click.Group = root, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Go through every command."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def places() -> list[tuple[str, str]]:
    """Return every place of every command into which words can be typed, by the command and the option."""
    return [
        (name, param.opts[0])
        for name, command in commands()
        for param in command.params
        if param.name not in ("data", "config") and not getattr(param, "is_flag", False)
    ]


PLACES = places()


def words_with(command: str, option: str, text: str) -> list[str]:
    """Return the words of a command with a text in one place; what is no option stands behind `--`."""
    said = NEEDED[command] | {option: text}
    order = [param.opts[0] for name, one in commands() if name == command for param in one.params]
    behind = [said[name] for name in order if not name.startswith("-") and name in said]
    options = [word for name, value in said.items() if name.startswith("-") for word in (name, value)]
    return [*command.split(), *options, "--", *behind]


@pytest.mark.parametrize("place", range(len(PLACES)), ids=[" ".join(one) for one in PLACES])
@pytest.mark.usefixtures("untouched", "away")
def test_every_option_keeps_a_text_or_refuses_it(
    cop: Cop,
    some: Callable[[int], list[str]],
    place: int,
    tmp_path: Path,
    now: datetime,
) -> None:
    """What was refused changes nothing; what was kept opens again, goes out and comes back to the letter."""
    for words in BEFORE:
        assert cop(*words).returncode == 0
    path = tmp_path / "mine" / "notebook.json"

    for text in some(place):
        before = path.read_bytes()
        result = cop(*words_with(*PLACES[place], text))

        if result.returncode:
            assert result.stderr.startswith(("error: ", "skipped ")), result
            assert before == path.read_bytes()
    book = Notebook.open(path, now=now).book
    back = read(write(book), "book", Book(), now=now).book
    assert {one.id: one for one in book.records()} == {one.id: one for one in back.records()}


@pytest.mark.usefixtures("untouched", "away")
def test_stdin_keeps_every_text(cop: Cop, texts: dict[str, str], tmp_path: Path, now: datetime) -> None:
    """What comes through a pipe is told to the letter; what is no text is refused."""
    kept = set()
    for text in texts.values():
        result = cop("tell", "--", "-", stdin=text.encode(errors="surrogatepass"))
        assert result.returncode == (0 if is_unicode(text) else 1)
        if is_unicode(text):
            kept.add("".join(text.split()))

    book = Notebook.open(tmp_path / "mine" / "notebook.json", now=now).book
    told = {"".join(f"{one.title}{one.body}".split()) for one in book.stories.values()}
    assert not {text for text in kept if not any(text in one or one in text for one in told)}


def is_unicode(text: str) -> bool:
    """Tell whether a text has no half of a character in it."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)

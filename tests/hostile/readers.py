"""Every reader by the name of its format, and what must hold of it whatever bytes it is given."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.exchange import registry
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import read, write

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
"""The moment at which everything is read."""

READERS = {one.name: one.reader for one in registry.FORMATS if one.reader and not one.folder}
"""What reads each format, as `module:function`."""

Reader = Callable[..., Intake]


def reader_of(name: str) -> Reader:
    """Return what reads a format."""
    module, _, function = str(READERS[name]).partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def takes_or_refuses(reader: Reader, data: bytes) -> None:
    """Read what may be anything: it is refused in a sentence, or taken whole, and a second time brings nothing.

    Raises:
        AssertionError: What was taken does not come back the same.
    """
    try:
        took = reader(data, "file", Book(), now=NOW)
    except CopError:
        return
    again = reader(data, "file", took.book, now=NOW)

    assert (took.items, {}) == (again.items, again.added)
    back = read(write(took.book), "x", Book(), now=NOW).book
    assert {one.id: one for one in took.book.records()} == {one.id: one for one in back.records()}

"""Files for others beside what a command does: answers, invitations, what is called off."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from cop_tui.cli.context import Here
from cop_tui.exchange.writing import beside

if TYPE_CHECKING:
    from cop_tui.domain.book import Book
    from cop_tui.domain.invitation import Invitation
    from cop_tui.exchange.letters import Method


def posting(
    here: Here, path: Path | None, method: "Method", invitation: "Invitation", book: "Book"
) -> AbstractContextManager[None]:
    """Write a message about an invitation to a new file beside the block, or none where no path is given.

    A file that ends in `.eml` is a mail to send, any other one the calendar alone; `book` is the one after the block.
    """
    if path is None:
        return nullcontext()
    from cop_tui.exchange.letters import as_file

    return beside(path, lambda: as_file(path, method, invitation, book, now=here.now))

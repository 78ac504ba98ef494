"""The page of a year in Markdown: five questions, with what the records answer, and room for the member's own words."""

from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Interest
from cop_tui.exchange.markdown_entries import long_day
from cop_tui.exchange.markdown_text import escaped, prose
from cop_tui.practice.days import MONTHS
from cop_tui.practice.phrases import counted
from cop_tui.practice.printable import one_line
from cop_tui.practice.words import whole_title
from cop_tui.practice.yearly import Note, Question, yearly

_WIDTH = 160


def page(book: Book, *, now: datetime, since: date | None = None) -> str:
    """Return the page of a year as a Markdown document; the same for the same book and now.

    Args:
        book: What is told of.
        now: The moment of writing, in the member's zone: days are the member's, and nothing later is told.
        since: A day of the year that is meant; this year, where none is given.
    """
    year = since.year if since else now.year
    name = escaped(book.me.name)
    return (
        prose(
            f"# {year}, as {name} looks back on it" if name else f"# {year}, looked back on",
            f"*Up to {long_day(now.date())}.*" if year == now.year else "",
            *(
                prose(f"## {escaped(question.item.text)}", answer(question, book))
                for question in yearly(book, year, now=now)
            ),
        )
        + "\n"
    )


def answer(question: Question, book: Book) -> str:
    """Return what the records answer to one of the five questions, in Markdown and without the question."""
    lines = [_line(note, book) for note in question.notes]
    said = f"From what you wrote down: {counted(len(lines), 'note')}." if lines else "Nothing is written down for this."
    return prose(said, "\n".join(lines))


def _line(note: Note, book: Book) -> str:
    day = f"{note.on.day} {MONTHS[note.on.month - 1].title()}"
    title = note.record.subject if isinstance(note.record, Interest) else whole_title(note.record, book)
    words = escaped(one_line(title, _WIDTH)) or "something without a title"
    return f"- {day}, {escaped(note.how)}: {words}"

"""Ask: note what someone cares about."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.interest import Depth
from cop_tui.domain.person import Person
from cop_tui.practice.caring import cared_about
from cop_tui.practice.manners import listed, named
from cop_tui.practice.people import contacted, someone


def ask(
    book: Book,
    name: str | Person,
    subjects: Sequence[str],
    *,
    now: datetime,
    organisation: str = "",
    note: str = "",
    depth: Depth = Depth.CURIOUS,
) -> Change:
    """Note what someone cares about, and that the member was in touch with them.

    The person is made if new. A subject that they cared about before is brought up to date and not doubled; curious
    is the least that can be said and makes a known interest no shallower.
    """
    person = someone(book, name, now=now, organisation=organisation)
    deep = None if depth is Depth.CURIOUS else depth
    interests = cared_about(book, person.id, subjects, now=now, note=note, depth=deep)
    words = ", ".join(interest.subject for interest in interests)
    person = contacted(person, f"cares about {words}", now=now)
    sentence = f"Noted that {named(person.name)} cares about {listed(one.subject for one in interests)}"
    return Change(sentence=sentence, at=now, put=(person, *interests))

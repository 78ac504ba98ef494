"""Begin: the first things of a new notebook, as one change."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Promise
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.practice.community import add_community, join
from cop_tui.practice.member import set_me
from cop_tui.practice.say_yes import promise
from cop_tui.practice.share import share

Step = Callable[[Book, datetime], Change]
"""One of the first things, made on the book with those before it."""


def begin(
    book: Book,
    *,
    now: datetime,
    name: str = "",
    email: str = "",
    subjects: Sequence[str] = (),
    community: str = "",
    start: datetime | None = None,
    all_day: bool = False,
) -> Change:
    """Note who the member is, what they care about, a community that they are in and when it meets next.

    Each may be left out. A date without a community is a promise of the member's own.

    Raises:
        Refused: Nothing at all was said, or one of the verbs says no.
    """
    done = Change(sentence="", at=now)
    for make in _steps(name.strip(), email.strip(), subjects, community.strip(), start, all_day=all_day):
        change = make(book.apply(done), now)
        done = done.then(change, "Began your notebook")
    if not done:
        raise Refused("Nothing is written yet", "One of the five is enough; Escape leaves them for later")
    return done


def _steps(
    name: str, email: str, subjects: Sequence[str], community: str, start: datetime | None, *, all_day: bool
) -> Iterator[Step]:
    if name or email:
        yield lambda book, now: set_me(book, now=now, name=name or None, emails=[email] if email else None)
    if subjects:
        yield lambda book, now: share(book, subjects, now=now)
    if community:
        yield lambda book, now: _joined(book, community, now)
    if start is not None:
        yield lambda book, now: _promised(book, community, start, now, all_day=all_day)


def _joined(book: Book, name: str, now: datetime) -> Change:
    added = add_community(book, name, now=now)
    made = next(one for one in added.put if isinstance(one, Community))
    return added.then(join(book.apply(added), made, now=now))


def _promised(book: Book, name: str, start: datetime, now: datetime, *, all_day: bool) -> Change:
    found = next((one for one in book.communities.values() if name and one.name == name and not one.archived), None)
    what = name or "A first gathering"
    return promise(book, what, now=now, start=start, all_day=all_day, community=found, kind=Promise.SHOW_UP)

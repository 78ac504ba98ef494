"""Address books in (vCard 2.1, 3.0 and 4.0; RFC 6350): each card becomes a person, or brings one up to date.

Whatever is wrong with one card is its own matter: it is left out and named, its neighbours are taken. CATEGORIES are
labels that the owner of an address book sorts by ("My Contacts", "Family"), not what somebody cares about: no
interests are made of them. REV is not looked at: what a card says is added to what is known, whichever is newer.
"""

from collections.abc import Callable
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.exchange.acquaintances import Acquaintances
from cop_tui.exchange.card_lines import Card, Unclear, cards_of
from cop_tui.exchange.card_people import described, left_out, name_of
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, word_for


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read an address book into a book.

    Args:
        data: The bytes of the file.
        path: Its name, for what is skipped.
        book: What is known already; people are told apart by their addresses and names.
        now: The moment of reading, in the member's zone.
        progress: Told how many cards of how many are read.
    """
    tally = Tally(path)
    people = Acquaintances(book, now, tally)
    cards = cards_of(data)
    for done, card in enumerate(cards, start=1):
        item = _item(card)
        if card.trouble:
            tally.skip(item, card.trouble)
        else:
            _take(card, item, people, tally)
        if progress is not None and (done % 100 == 0 or done == len(cards)):
            progress(done, len(cards))
    words = left_out(cards)
    if words:
        tally.note(f"left out, as people in your notebook have no place for them: {words}")
    count = sum(tally.added.values()) + sum(tally.changed.values())
    change = Change(sentence=sentence_of(count, (tally.file,)), at=now, put=tuple(people.put.values()))
    return tally.intake(book.apply(change), change)


def _take(card: Card, item: str, people: Acquaintances, tally: Tally) -> None:
    try:
        who = described(card, _noting(tally, item))
    except Unclear as wrong:
        tally.skip(item, f"its name can't be read: {wrong}")
        return
    except ValueError as wrong:
        tally.skip(item, str(wrong))
        return
    if people.is_me(who):
        tally.skip(item, "it is your own card")
    elif people.was_removed(who):
        tally.unchanged += 1
        tally.note(f"“{item}” was removed by you and stays so")
    else:
        after, before = people.take(who)
        if before is None:
            tally.added[word_for(Person)] += 1
        elif after is before:
            tally.unchanged += 1
        else:
            tally.changed[word_for(Person)] += 1


def _item(card: Card) -> str:
    """Return what a card is called where it is named: its person, else its place in the file."""
    try:
        return name_of(card) or f"card {card.place}"
    except Unclear:
        return f"card {card.place}"


def _noting(tally: Tally, item: str) -> Callable[[str], None]:
    return lambda text: tally.note(f"“{item}” {text}")

"""All verbs: whatever the words, they are kept literally, said in one line, and undone whole."""

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import Step, StepDone
from cop_tui.domain.gone import Gone
from cop_tui.domain.invitation import Answer
from cop_tui.domain.story import Value
from cop_tui.practice.ask import ask
from cop_tui.practice.check_in import check_in, pause, skip_day
from cop_tui.practice.community import add_community, add_taker, archive, join, leave, tick
from cop_tui.practice.goals import add_goal, reach_goal
from cop_tui.practice.invite import invite, take_answer, withdraw
from cop_tui.practice.learn import came_back, climb, learn
from cop_tui.practice.member import set_me
from cop_tui.practice.people import add_person, edit, in_touch
from cop_tui.practice.remove import remove
from cop_tui.practice.say_yes import promise, say_maybe, say_no, say_yes, still_coming
from cop_tui.practice.share import share
from cop_tui.practice.show_up import another_day, excuse, missed, reopen, showed_up
from cop_tui.practice.tell import add_cycle, star, tell

HOSTILE = (
    "[/x]",
    "[Anna] said [$v]",
    "[@click=app.quit]x",
    "שלום עולם",
    "a👩‍👩‍👧‍👦b\u0301",
    "x" * 10_000,
    "one\ntwo\r\nthree",
    "\x1b]0;title\x07\x1b[31mred",
    "null\x00byte",
    "right\u202eleft\u2028line",
    "100 %s {now} \\n",
)
"""Words that have broken programs."""

Verb = Callable[[Book, datetime], Change]


def day_of(words: str, start: datetime) -> list[Verb]:
    """Return the steps of a day in which every verb gets these words, each made on the book after the one before."""
    return [
        lambda book, now: set_me(book, now=now, name=words, organisation=words),
        lambda book, now: add_person(book, words, now=now, note=words),
        lambda book, now: in_touch(book, next(iter(book.people.values())), words, now=now),
        lambda book, now: ask(book, f"{words} a", [words, f"{words} b"], now=now, organisation=words, note=words),
        lambda book, now: share(book, [words], now=now, note=words),
        lambda book, now: add_community(book, words, now=now, subject=words, organisations=[words]),
        lambda book, now: join(book, next(iter(book.communities.values())), now=now, why=words),
        lambda book, now: add_taker(book, next(iter(book.communities.values())), words, now=now, part=words),
        lambda book, now: tick(book, next(iter(book.communities.values())), words, words, now=now, note=words),
        lambda book, now: invite(book, words, [words, "Li"], now=now, start=start, place=words, note=words),
        lambda book, now: take_answer(
            book, next(iter(book.invitations.values())), words, Answer.YES, now=now, stamp=now
        ),
        lambda book, now: say_maybe(book, next(iter(book.invitations.values())), now=now),
        lambda book, now: say_no(book, next(iter(book.invitations.values())), now=now),
        lambda book, now: say_yes(book, next(iter(book.invitations.values())), now=now),
        lambda book, now: still_coming(book, next(iter(book.commitments.values())), now=now),
        lambda book, now: showed_up(book, next(iter(book.commitments.values())), now=now, note=words),
        lambda book, now: missed(book, next(iter(book.commitments.values())), now=now, note=words),
        lambda book, now: excuse(book, next(iter(book.commitments.values())), now=now, note=words),
        lambda book, now: reopen(book, next(iter(book.commitments.values())), now=now),
        lambda book, now: another_day(book, next(iter(book.commitments.values())), now, now=now),
        lambda book, now: promise(book, words, now=now, start=now),
        lambda book, now: add_goal(book, words, now=now, why=words),
        lambda book, now: reach_goal(book, next(iter(book.goals.values())), now=now),
        lambda book, now: learn(book, words, now=now, people=[words], tags=[words]),
        lambda book, now: climb(book, next(iter(book.learning.values())), now=now),
        lambda book, now: came_back(book, next(iter(book.learning.values())), words, now=now),
        lambda book, now: tell(book, words, now=now, title=words, people=[words]),
        lambda book, now: add_cycle(book, next(iter(book.stories.values())), Value.APPLIED, words, now=now),
        lambda book, now: star(book, next(iter(book.stories.values())), now=now),
        lambda book, now: edit(book, next(iter(book.stories.values())), now=now, body=f"{words}."),
        lambda book, now: pause(book, now=now, note=words),
        lambda book, now: check_in(book, [StepDone(step=Step.TELL, did=(words,))], now=now),
        lambda book, now: skip_day(book, now=now, day=now.date() + timedelta(days=1), note=words),
        lambda book, now: withdraw(book, next(iter(book.invitations.values())), now=now),
        lambda book, now: leave(book, next(iter(book.communities.values())), now=now, why=words),
        lambda book, now: edit(book, next(iter(book.communities.values())), now=now, archived=False),
        lambda book, now: archive(book, next(iter(book.communities.values())), now=now),
        *(lambda book, now, at=at: remove(book, list(book.records())[at], now=now) for at in (0, 1, 4, 5, -1)),
    ]


def tables(book: Book) -> list[object]:
    """Return what the book holds besides tombstones."""
    return [dict(book.of(kind)) for kind in KINDS if kind is not Gone]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_day_in_hostile_words(now: datetime, words: str) -> None:
    """Each sentence is one short line without control characters, and each change is undone whole."""
    book = Book()
    for number, step in enumerate(day_of(words, now)):
        change = step(book, now + timedelta(seconds=number))
        after = book.apply(change)

        assert change, change.sentence
        assert not any(unicodedata.category(mark) in ("Cc", "Zl", "Zp") for mark in change.sentence)
        assert 1 == len(change.sentence.splitlines())
        assert len(change.sentence) < 400
        assert not change.sentence.endswith((".", "!"))
        assert tables(book) == tables(after.apply(book.undoing(change)))
        book = after


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_kept_as_they_are(now: datetime, words: str) -> None:
    """In every field that a member writes into."""
    book = Book()
    for number, step in enumerate(day_of(words, now)[:30]):
        book = book.apply(step(book, now + timedelta(seconds=number)))

    assert words == book.me.name
    assert words in {person.name for person in book.people.values()}
    assert words in {person.note for person in book.people.values()}
    assert {words} <= {interest.note for interest in book.interests.values()}
    assert [(words, words, words)] == [(one.name, one.subject, one.why) for one in book.communities.values()]
    assert [(words, words)] == [(one.title, one.note) for one in book.invitations.values()]
    assert {words} == {promised.what for promised in book.commitments.values()}
    assert [(words, words)] == [(goal.text, goal.why) for goal in book.goals.values()]
    assert [words] == [entry.text for entry in book.learning.values()]
    assert [(words, f"{words}.")] == [(story.title, story.body) for story in book.stories.values()]


def test_a_verb_leaves_the_book_as_it_is(now: datetime) -> None:
    """It returns a change and alters nothing."""
    book = Book()
    for number, step in enumerate(day_of("Rust", now)):
        before = tables(book)
        change = step(book, now + timedelta(seconds=number))
        assert before == tables(book)
        book = book.apply(change)

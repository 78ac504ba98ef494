"""Every command once, on a real notebook."""

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.invitation import Answer, Offer, State

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]
ReadBook = Callable[[], Book]
Asked = Callable[..., str]

FRIDAY = datetime(2026, 11, 27, 18, tzinfo=UTC)


def only(records: Any) -> Any:
    """Return the one record of a table."""
    (record,) = records.values()
    return record


def ref_in(line: str) -> str:
    """Return the short id at the end of a sentence."""
    return line.splitlines()[0].rpartition("(")[2].rstrip(")")


def test_me_says_and_sets_who_the_member_is(did: Did, cop: Cop, data: Callable[..., Any]) -> None:
    """What is given is set, what isn't stays."""
    assert cop("me").stderr.startswith("Nobody has said who you are yet")
    did("me", "--name", "Ana", "--email", "ana@x.org", "--email", "a@y.org")
    did("me", "--organisation", "ACME", "--timezone", "America/New_York")

    assert did("me") == (
        "name          Ana\nemail         ana@x.org, a@y.org\norganisation  ACME\ntime zone     America/New_York\n"
    )
    assert data("me")["emails"] == ["ana@x.org", "a@y.org"]
    assert data("me", "--name", "Anna")["name"] == "Anna"


def test_ask_notes_a_person_and_what_they_care_about(did: Did, book: ReadBook) -> None:
    """A new person comes into the book with their subjects, and the id of the person is told."""
    line = did("ask", "Li Wei", "Rust", "compilers", "--org", "ACME", "--note", "since school")

    person = only(book().people)
    assert (person.name, person.organisation) == ("Li Wei", "ACME")
    assert {(one.subject, one.note) for one in book().interests.values()} == {
        ("Rust", "since school"),
        ("compilers", "since school"),
    }
    assert line == f"Noted that Li Wei cares about Rust, compilers  ({person.id[:8]})\n"


def test_share_notes_what_the_member_cares_about(did: Did, book: ReadBook) -> None:
    """With the depth that is said."""
    did("share", "bees", "--depth", "can-help")

    interest = only(book().interests)
    assert (interest.who, interest.subject, interest.depth) == ("me", "bees", "can-help")


def test_contact_logs_being_in_touch(did: Did, book: ReadBook) -> None:
    """The day is echoed exactly; a weekday is the one that was."""
    said = did("contact", "Li", "had", "tea", "--on", "friday")

    assert said.splitlines()[1] == "  that is Fri 20 Nov 2026"
    contact = only(book().people).contacts[0]
    assert (contact.text, contact.on.isoformat()) == ("had tea", "2026-11-20T12:00:00+01:00")


def test_invite_records_and_writes_for_calendars(did: Did, book: ReadBook, tmp_path: Path) -> None:
    """One invitation to several people, and a file that calendars read."""
    did("me", "--email", "ana@x.org")
    did("community", "add", "Rust Berlin")
    ics = tmp_path / "i.ics"
    said = did(
        "invite", "Reading", "evening", "--to", "Li", "--to", "Kofi <kofi@x.org>", "-c", "rust", "--on", "fri 18:00",
        "--where", "Library", "--note", "bring books", "--ics", str(ics),
    )  # fmt: skip

    made = only(book().invitations)
    assert (made.title, made.place, made.note, made.kind) == ("Reading evening", "Library", "bring books", "invitation")
    assert made.community == only(book().communities).id
    assert made.start == datetime(2026, 11, 27, 17, tzinfo=UTC)
    assert said.splitlines() == [
        f"Invited Li, Kofi to Reading evening, Fri 27 Nov 18:00  ({made.id[:8]})",
        "  that is Fri 27 Nov 2026 18:00 Europe/Berlin",
    ]
    assert b"METHOD:REQUEST" in ics.read_bytes()
    assert made.uid.encode() in ics.read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ["Reading", "--to", "Ana", "Li", "--proposal"],
        ["--proposal", "Reading", "--to", "Ana", "Li"],
        ["--to", "Ana", "--to", "Li", "--proposal", "Reading"],
        ["--where", "here", "Reading", "--proposal", "--to", "Ana", "Li"],
        ["Reading", "--proposal", "--to=Ana", "--to", "Li"],
    ],
)
def test_several_people_may_follow_one_to(did: Did, book: ReadBook, words: list[str]) -> None:
    """Whatever the order, the title stays the title and the people the people."""
    did("invite", *words)

    made = only(book().invitations)
    names = [book().people[one.person].name for one in made.recipients]
    assert (made.title, made.kind, names) == ("Reading", Offer.PROPOSAL, ["Ana", "Li"])


def test_a_link_as_place_is_kept_as_a_link(did: Did, book: ReadBook) -> None:
    """On-line is where the link leads."""
    did("invite", "Call", "--to", "Ana", "--where", "https://meet.example.org/x")

    made = only(book().invitations)
    assert (made.place, made.link) == ("", "https://meet.example.org/x")


def test_nothing_is_recorded_where_the_calendar_file_can_not_be(cop: Cop, notebook: Path, tmp_path: Path) -> None:
    """No address to answer to, or a file that is there: neither file nor record."""
    ics = tmp_path / "i.ics"
    assert cop("invite", "Call", "--to", "Ana", "--on", "fri", "--ics", str(ics)).returncode == 1
    ics.write_text("mine")
    assert cop("invite", "Call", "--to", "Ana", "--on", "fri", "--ics", str(ics)).returncode == 1

    assert ics.read_text() == "mine"
    assert not notebook.exists()


def test_withdraw_takes_an_invitation_back(did: Did, book: ReadBook) -> None:
    """It stands no longer."""
    did("invite", "Call", "--to", "Ana")
    did("withdraw", "call")

    assert only(book().invitations).state is State.WITHDRAWN


def test_yes_to_an_invitation_writes_the_reply(did: Did, asked: Asked, book: ReadBook, tmp_path: Path) -> None:
    """The answer is noted, a promise made, and the host gets a file."""
    did("me", "--email", "ana@x.org")
    asked("Rust study group", FRIDAY, organizer="mailto:li@x.org")
    reply = tmp_path / "r.ics"

    said = did("yes", "rust", "study", "--reply", str(reply))

    made = only(book().commitments)
    assert said == f"Said yes to Rust study group, Fri 27 Nov 18:00  ({made.id[:8]})\n".replace("18:00", "19:00")
    assert only(book().invitations).answer is Answer.YES
    assert b"PARTSTAT=ACCEPTED" in reply.read_bytes()


@pytest.mark.parametrize(("word", "answer"), [("maybe", Answer.MAYBE), ("no", Answer.NO)])
def test_maybe_and_no_answer_too(did: Did, asked: Asked, book: ReadBook, word: str, answer: Answer) -> None:
    """By the beginning of an id."""
    ref = asked("Rust study group", FRIDAY)

    did(word, ref[:6])

    assert only(book().invitations).answer is answer
    assert not book().commitments


def test_a_reply_that_is_there_stays_and_nothing_is_answered(
    cop: Cop, asked: Asked, book: ReadBook, tmp_path: Path
) -> None:
    """Both or neither."""
    ref = asked("Rust study group", FRIDAY, attendee="mailto:ana@x.org")
    (tmp_path / "r.ics").write_text("mine")

    result = cop("yes", ref, "--reply", str(tmp_path / "r.ics"))

    assert (result.returncode, result.stdout) == (1, "")
    assert (tmp_path / "r.ics").read_text() == "mine"
    assert only(book().invitations).answer is Answer.WAITING


def test_yes_puts_an_invitation_into_a_community(did: Did, asked: Asked, book: ReadBook) -> None:
    """Said with the answer, undone with it."""
    did("community", "add", "Rust Berlin")
    ref = asked("Study group", FRIDAY)

    did("yes", ref, "-c", "rust berlin")
    community = only(book().communities).id
    assert (only(book().commitments).community, only(book().invitations).community) == (community, community)

    did("undo")
    assert (only(book().invitations).community, len(book().commitments)) == (None, 0)


def test_yes_dates_a_proposal(did: Did, asked: Asked, book: ReadBook) -> None:
    """What had no date gets one."""
    asked("Learn knots", kind=Offer.PROPOSAL)

    did("yes", "knots", "--on", "tomorrow 7pm")

    assert only(book().commitments).start == datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize("on", ["4 dec", "2026-12-04 19:00"])
def test_one_gathering_of_a_series_is_answered_by_its_day(did: Did, asked: Asked, book: ReadBook, on: str) -> None:
    """A yes to the series, a no to one day of it, found by the day or the moment."""
    ref = asked("Weekly", FRIDAY, recurrence="RRULE:FREQ=WEEKLY")
    did("yes", ref)
    did("no", ref, "--on", on)

    outcomes = {
        one.start.day: one.outcome for one in book().commitments.values() if one.start and one.start.month == 12
    }
    assert (outcomes[4], outcomes[11]) == (Outcome.EXCUSED, Outcome.OPEN)


def test_a_day_on_which_a_series_is_not_is_refused(cop: Cop, asked: Asked, book: ReadBook) -> None:
    """The member learns it, and nothing is answered."""
    ref = asked("Weekly", FRIDAY, recurrence="RRULE:FREQ=WEEKLY")

    result = cop("yes", ref, "--on", "3 dec")

    assert (result.returncode, result.stderr.splitlines()[0]) == (1, "error: Weekly does not take place on that day")
    assert not book().commitments


def test_yes_with_other_words_is_a_promise_of_ones_own(did: Did, book: ReadBook) -> None:
    """A text that fits no invitation is what is promised."""
    said = did("yes", "bake", "bread", "--on", "sat")

    made = only(book().commitments)
    assert (made.what, made.kind, made.all_day, made.start) == (
        "bake bread", "do", True, datetime(2026, 11, 28, tzinfo=UTC),
    )  # fmt: skip
    assert said == f"Promised bake bread, Sat 28 Nov  ({made.id[:8]})\n  that is Sat 28 Nov 2026\n"


def test_an_id_of_nothing_is_no_promise(cop: Cop, notebook: Path) -> None:
    """Mistyped ids don't become promises."""
    result = cop("yes", "12ab34cd")

    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "error: There is no invitation with an id that begins with 12ab34cd",
        "hint: If it is a promise of your own, say it in more than one word",
    ]
    assert not notebook.exists()


def test_yes_to_a_promise_says_still_coming(did: Did, cop: Cop, book: ReadBook) -> None:
    """Asked near the day, answered by the promise's id."""
    ref = ref_in(did("yes", "bake bread", "--on", "tomorrow 9:30"))

    did("yes", ref)

    assert only(book().commitments).confirmed_on is not None
    assert cop("yes", ref, "--on", "friday").returncode == 2


def test_words_of_a_past_invitation_are_a_promise_but_its_title_is_not(
    did: Did, asked: Asked, book: ReadBook, now: datetime
) -> None:
    """Half a title from last year is no answer; the whole title is."""
    asked("Garden day of the club", now - timedelta(days=200))

    did("yes", "garden")
    assert only(book().commitments).invitation is None
    did("yes", "garden day of the club")
    assert len([one for one in book().commitments.values() if one.invitation]) == 1


@pytest.mark.parametrize(
    ("command", "outcome"),
    [
        ("showed-up", Outcome.KEPT),
        ("missed", Outcome.MISSED),
        ("excuse", Outcome.EXCUSED),
        ("release", Outcome.RELEASED),
    ],
)
def test_a_promise_is_closed_with_a_note(did: Did, book: ReadBook, command: str, outcome: Outcome) -> None:
    """By words of what was promised."""
    did("yes", "bake", "bread")
    did(command, "bread", "--note", "it rose")

    made = only(book().commitments)
    assert (made.outcome, made.reflection) == (outcome, "it rose")


def test_move_gives_a_promise_another_day(did: Did, book: ReadBook) -> None:
    """And says which."""
    did("yes", "bake bread", "--on", "fri")
    said = did("move", "bread", "--on", "2026-12-01 10:00")

    assert said.splitlines()[1] == "  that is Tue 1 Dec 2026 10:00 Europe/Berlin"
    assert only(book().commitments).start == datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_learn_logs_with_all_that_belongs_to_it(did: Did, book: ReadBook) -> None:
    """Community, people, goal, purpose, day."""
    did("community", "add", "Rust Berlin")
    goal = ref_in(did("goal", "add", "speak Rust"))
    said = did(
        "learn", "lifetimes", "are", "regions", "-c", "rust", "--from", "Li", "--from", "Ana", "--goal", goal,
        "--purpose", "helping", "--on", "yesterday",
    )  # fmt: skip

    entry = only(book().learning)
    assert (entry.text, entry.purpose, entry.rung) == ("lifetimes are regions", "helping", "asked")
    assert [book().people[one].name for one in entry.people] == ["Li", "Ana"]
    assert (entry.community, entry.goal) == (only(book().communities).id, only(book().goals).id)
    assert said.splitlines()[1] == "  that is Sun 22 Nov 2026"


def test_climb_moves_up_a_rung_and_keeps_what_came_of_it(did: Did, cop: Cop, book: ReadBook) -> None:
    """At the top it says so."""
    did("learn", "knots")
    did("climb", "knots", "--note", "tied one")
    did("climb", "knots")

    entry = only(book().learning)
    assert ([one.rung for one in entry.climbs], entry.follow_ups[0].text) == (
        ["noticed", "tried", "reached"],
        "tied one",
    )
    assert cop("climb", "knots").returncode == 1


def test_tell_writes_a_story(did: Did, book: ReadBook) -> None:
    """With everything that is said about it."""
    did("community", "add", "Rust Berlin")
    did(
        "tell", "we", "met", "-c", "rust berlin", "--title", "A day", "--on", "2026-11-20 21:00", "--with", "Li",
        "--star", "--element", "people",
    )  # fmt: skip

    story = only(book().stories)
    assert (story.title, story.body, story.starred, story.element) == ("A day", "we met", True, "people")
    assert story.on.isoformat() == "2026-11-20T21:00:00+01:00"
    assert book().people[story.people[0]].name == "Li"


@pytest.mark.parametrize("command", ["tell", "learn"])
def test_a_dash_reads_stdin(did: Did, book: ReadBook, command: str) -> None:
    """UTF-8, with or without a mark at its beginning, line breaks and all."""
    did(command, "-", stdin="\ufeffGrüße\naus 東京\n".encode())

    record = only(book().stories if command == "tell" else book().learning)
    assert getattr(record, "body" if command == "tell" else "text") == "Grüße\naus 東京"


def test_a_text_that_begins_with_a_dash_goes_after_two(did: Did, book: ReadBook) -> None:
    """A list item can be told."""
    did("tell", "--", "- one")

    assert only(book().stories).body == "- one"


def test_a_community_lives(did: Did, cop: Cop, book: ReadBook, data: Callable[..., Any]) -> None:
    """Added, moved, joined, left, shown."""
    did(
        "community", "add", "Rust", "Berlin", "--subject", "Rust", "--purpose", "helping", "--stage", "coalescing",
        "--crosses", "ACME", "--crosses", "Beta", "--level", "active", "--rhythm", "14",
    )  # fmt: skip
    did("community", "stage", "rust", "berlin", "maturing", "--on", "today")
    did("community", "level", "rust", "core")
    did("community", "rhythm", "rust", "7")
    did("community", "with", "rust", "--person", "Li", "--part", "hosts")
    did("community", "join", "rust", "--why", "to learn")

    one = only(book().communities)
    assert (one.name, one.subject, one.purpose, one.stage, one.level, one.rhythm, one.organisations) == (
        "Rust Berlin", "Rust", "helping", "maturing", "core", 7, ("ACME", "Beta"),
    )  # fmt: skip
    page = did("community", "show", "rust")
    assert all(words in page for words in ("Rust Berlin", "maturing", "Li · peripheral · hosts", "ACME, Beta", "focus"))
    assert data("community", "show", "rust")["id"] == one.id
    assert [found["name"] for found in data("community", "list")] == ["Rust Berlin"]
    did("community", "leave", "rust", "--why", "moved away")
    assert cop("learn", "x", "-c", "rust").returncode == 1
    did("community", "join", "rust")
    did("community", "archive", "rust")
    assert only(book().communities).archived


def test_goals_are_set_reached_and_dropped(did: Did, book: ReadBook) -> None:
    """With a day by which."""
    did("goal", "add", "speak", "Rust", "--by", "2027-03-01", "--why", "work")
    did("goal", "add", "knit")
    did("goal", "reached", "rust")
    did("goal", "drop", "knit")

    goals = {one.text: one for one in book().goals.values()}
    assert (goals["speak Rust"].state, str(goals["speak Rust"].by)) == ("reached", "2027-03-01")
    assert goals["knit"].state == "let-go"


def test_days_without_a_check_in_are_spoken_for(did: Did, book: ReadBook) -> None:
    """Skip, pause, resume."""
    did("skip", "--on", "yesterday", "--note", "ill")
    did("pause", "--until", "fri")

    assert {one.kind for one in book().check_ins.values()} == {"skipped", "paused"}
    did("resume")
    assert {one.kind for one in book().check_ins.values()} == {"skipped"}


def test_remove_undo_and_history(did: Did, cop: Cop, book: ReadBook, data: Callable[..., Any]) -> None:
    """What was removed comes back, and the history tells it."""
    ref = ref_in(did("learn", "knots"))
    did("remove", ref)
    assert not book().learning

    assert did("undo").startswith("Took back: Removed")
    assert only(book().learning).text == "knots"
    assert did("history") == "2026-11-23 09:00  Learned: knots\n"
    assert [one["sentence"] for one in data("history")] == ["Learned: knots"]
    did("undo")
    assert cop("undo").stderr == "error: There is nothing to undo\n"
    assert cop("history").stderr == "Nothing was done yet\n"


def test_show_tells_a_record_in_full(did: Did, asked: Asked, data: Callable[..., Any]) -> None:
    """Names in the place of ids, long texts at the end, JSON as in lists."""
    did("tell", "-", "--title", "A day", "--with", "Li", stdin=b"It rained.\n\nWe sang.")
    ref = data("list", "stories")[0]["id"]

    page = did("show", "a", "day")

    assert page.splitlines()[:2] == ["A day", f"  story {ref}"]
    assert "  people          Li\n" in page
    assert page.endswith("\nIt rained.\n\nWe sang.\n")
    assert data("show", ref[:8]) == data("list", "stories")[0]
    assert "cares about" not in did("show", "li")
    did("ask", "Li", "Rust")
    assert "cares about     Rust (curious)" in did("show", "li")


@pytest.mark.parametrize(
    "kind",
    ["communities", "people", "interests", "invitations", "commitments", "goals", "learning", "stories", "check-ins"],
)
def test_a_list_of_nothing_says_how_to_begin(cop: Cop, kind: str) -> None:
    """On stderr, for there is no data."""
    result = cop("list", kind)

    assert (result.returncode, result.stdout) == (0, "")
    assert "cop-tui" in result.stderr


def test_lists_are_aligned_and_in_order(did: Did, asked: Asked) -> None:
    """By date, the short id first."""
    did("yes", "later", "--on", "2026-12-24")
    did("yes", "東京 call", "--on", "2026-12-01 10:00")
    did("yes", "some day")

    lines = did("list", "commitments").splitlines()

    assert [line[8:] for line in lines] == [
        "  東京 call  Tue 1 Dec 10:00  open",
        "  later      Thu 24 Dec       open",
        "  some day                    open",
    ]


def test_every_kind_has_its_row(did: Did, cop: Cop) -> None:
    """What it is, when, and what became of it."""
    did("ask", "Li", "Rust", "--org", "ACME")
    did("goal", "add", "speak", "--by", "2027-03-01")
    did("goal", "add", "knit")
    did("community", "add", "Bees")
    did("tell", "a day", "-c", "bees")
    did("tell", "another")
    did("invite", "Tea", "--to", "Li", "--on", "fri 18:00")
    did("invite", "Cake", "--to", "Li")
    did("withdraw", "cake")
    did("skip")

    rows = {kind: [row[10:] for row in did("list", kind).splitlines()] for kind in ("people", "goals", "invitations")}

    assert rows == {
        "people": ["Li  ACME"],
        "goals": ["speak  by Mon 1 Mar 2027  pursuing", "knit                      pursuing"],
        "invitations": ["Tea   Fri 27 Nov 18:00  1 invited", "Cake                    withdrawn"],
    }
    assert did("list", "stories").count("Bees") == 1
    assert did("list", "interests").endswith("Rust (Li)  Mon 23 Nov 2026  curious\n")
    assert did("list", "check-ins").endswith("skipped\n")
    did("community", "archive", "bees")
    assert did("list", "communities").endswith("Bees  potential, archived\n")
    assert "archived        yes" in did("community", "show", "bees")


def test_what_is_to_come_may_be_dated_so_when_it_is_said_exactly(did: Did, book: ReadBook) -> None:
    """Only weekdays are turned to the past; a day that is named stays that day."""
    assert did("learn", "x", "--on", "2026-11-30").splitlines()[1] == "  that is Mon 30 Nov 2026"
    assert did("learn", "y", "--on", "tomorrow").splitlines()[1] == "  that is Tue 24 Nov 2026"


def test_search_finds_words_in_everything(did: Did, cop: Cop, data: Callable[..., Any]) -> None:
    """Best first, with what it is."""
    did("learn", "knots", "#sea")
    did("tell", "a day of knots")

    assert {hit["kind"] for hit in data("search", "knots")} == {"learning", "stories"}
    assert "learning · Mon 23 Nov 2026" in did("search", "knots")
    assert cop("search", "zebra").stderr == "Nothing found\n"


def test_sparks_name_people_and_the_reason(did: Did, cop: Cop, data: Callable[..., Any]) -> None:
    """A subject that several care about and no community has."""
    assert cop("sparks").stderr.startswith("No sparks yet")
    did("ask", "Li", "compilers", "--org", "ACME")
    did("ask", "Ana", "compilers")

    (spark,) = data("sparks")
    assert (spark["subject"], sorted(spark["people"]), spark["organisations"]) == ("compilers", ["Ana", "Li"], ["ACME"])
    assert did("sparks") == f"compilers\n  {spark['why']}\n"


def test_today_shows_the_day(did: Did, asked: Asked, now: datetime) -> None:
    """What was due, what waits, what comes, and whose word it takes."""
    did("community", "add", "Rust Berlin")
    did("yes", "bring cake", "--on", "yesterday", "-c", "rust berlin")
    did("yes", "bake bread", "--on", "sat 10:00")
    asked("Rust study group", now + timedelta(days=2))

    lines = did("today").splitlines()

    assert lines[0] == "Mon 23 Nov 2026, 09:00"
    assert [line[:36].rstrip() for line in lines[2:11] if line] == [
        "Did you show up?  1", "  bring cake        yesterday  Rust", "Waiting for your answer  1",
        "  Rust study group  Wed 09:00", "The next 7 days  1", "  bake bread        Sat 10:00",
    ]  # fmt: skip
    assert not any(word in "\n".join(lines) for word in ("!", "late", "overdue", "failed"))


def test_today_counts_what_is_too_much_for_a_page(did: Did, asked: Asked, now: datetime) -> None:
    """A page stays a page."""
    for number in range(15):
        asked(f"Meeting {number}", now + timedelta(days=2))

    page = did("today")

    assert "Waiting for your answer  15\n" in page
    assert "  and 3 more\n" in page


def test_today_on_an_empty_notebook_is_calm(did: Did) -> None:
    """It says that nothing waits, and offers a beginning."""
    page = did("today")

    assert "Nothing is due and nobody waits for your answer." in page
    assert "cop-tui me --name" in page


def test_today_says_of_a_series_when_it_is_next(did: Did, asked: Asked, now: datetime) -> None:
    """The first gathering may be long ago; the rhythm stands in the last line."""
    asked("Weekly", now - timedelta(days=69), recurrence="RRULE:FREQ=WEEKLY")
    did("yes", "bake bread")
    did("showed-up", "bread")

    page = did("today")

    assert "  Weekly  tomorrow 09:00" in page
    assert page.endswith("cop-tui checkin takes about a minute · kept 1 of 1\n")


def test_today_short_is_one_line_or_nothing(did: Did, asked: Asked, now: datetime) -> None:
    """Fit for a shell prompt."""
    assert did("today", "--short") == ""
    did("yes", "bring cake", "--on", "yesterday")
    did("yes", "bake bread", "--on", "sat 10:00")
    asked("Rust study group", now + timedelta(days=2))

    assert did("today", "--short") == "1 due · 1 waiting · next Sat 10:00 bake bread\n"


def test_where_and_doctor_need_no_notebook(did: Did, notebook: Path, data: Callable[..., Any]) -> None:
    """They look, and make nothing."""
    assert data("where") == {
        "notebook": str(notebook),
        "settings": data("where")["settings"],
        "backups": str(notebook.parent / "backups"),
    }
    assert "(not there yet)" in did("where")
    did("doctor")
    assert data("doctor")["exists"] is False


def test_backups_are_listed_made_and_restored(did: Did, cop: Cop, book: ReadBook, data: Callable[..., Any]) -> None:
    """Restoring is a change like any other."""
    assert cop("backup", "list").stderr == "There are no backups yet\n"
    did("learn", "knots")
    made = Path(did("backup", "make").strip())
    assert made.exists()
    did("learn", "bees")

    did("backup", "restore", made.name)

    assert [one.text for one in book().learning.values()] == ["knots"]
    did("undo")
    assert len(book().learning) == 2
    assert made.name in did("backup", "list")
    assert made.name in [one["name"] for one in data("backup", "list")]


def test_a_damaged_notebook_gives_way_to_a_backup(did: Did, cop: Cop, book: ReadBook, notebook: Path) -> None:
    """And is kept beside it."""
    did("learn", "knots")
    made = Path(did("backup", "make").strip())
    notebook.write_text('{"learn')

    assert cop("doctor").returncode == 1
    assert cop("backup", "restore", made.name).returncode == 0

    assert only(book().learning).text == "knots"
    kept = [path for path in notebook.parent.iterdir() if path.is_file() and path.read_text() == '{"learn']
    assert kept


def test_export_json_comes_back_by_import(did: Did, cop: Cop, book: ReadBook, tmp_path: Path) -> None:
    """Record for record."""
    did("ask", "Li", "Rust")
    did("tell", "a day")
    out = tmp_path / "book.json"
    assert cop("export", "json", "-o", str(out)).stderr == f"Wrote {out}\n"
    there = {one.id: one for one in book().records()}
    document = json.loads(did("export", "json"))
    assert document == json.loads(out.read_text())

    other = str(tmp_path / "other.json")
    result = cop("--data", other, "import", str(out), "--json")

    assert json.loads(result.stdout)["added"] == {"people": 1, "interests": 1, "stories": 1}
    again = json.loads(cop("--data", other, "export", "json").stdout)
    assert {one["id"] for table in again.values() if isinstance(table, list) for one in table} >= set(there)


def test_export_markdown_is_a_journal(did: Did, tmp_path: Path) -> None:
    """From a day on, up to a day, of a community."""
    did("community", "add", "Bees")
    did("tell", "we saw bees", "-c", "bees", "--on", "2026-11-01")
    did("tell", "it rained", "--on", "2026-11-10")

    assert {"we saw bees", "it rained"} <= {line.strip() for line in did("export", "markdown").splitlines()}
    assert "it rained" not in did("export", "markdown", "-c", "bees")
    assert "we saw bees" not in did("export", "markdown", "--from", "5 nov")
    assert "it rained" not in did("export", "markdown", "--to", "5 nov")


def test_export_never_overwrites_unless_forced(cop: Cop, tmp_path: Path) -> None:
    """What is there stays."""
    out = tmp_path / "book.json"
    out.write_text("mine")

    assert cop("export", "json", "-o", str(out)).returncode == 1
    assert out.read_text() == "mine"
    assert cop("export", "json", "-o", str(out), "--force").returncode == 0
    assert json.loads(out.read_text())


@pytest.mark.parametrize("name", ["jrnl", "jrnl-json"])
def test_a_journal_for_jrnl_is_known_when_it_comes_back(did: Did, cop: Cop, tmp_path: Path, name: str) -> None:
    """To stdout or into a file; the days are chosen as for the other journals."""
    did("tell", "# Tea\n[2020-01-01 10:00] a #cup")
    out = str(tmp_path / "j")

    assert cop("export", name, "-o", out).returncode == 0
    assert "Tea" in did("export", name)
    assert "Tea" not in did("export", name, "--to", "2020-01-01")
    assert did("import", out).splitlines() == ["Read:", "  unchanged: 1"]


def test_import_sums_up_and_is_idempotent(did: Did, cop: Cop, book: ReadBook, tmp_path: Path) -> None:
    """What came in is counted; the same again brings nothing."""
    ics = tmp_path / "i.ics"
    ics.write_text(_calendar("Tea", "20261127T180000Z") + _calendar("Walk", "20261128T180000Z"))
    before = did("import", str(ics), "--dry-run")

    assert before.splitlines() == ["Would come in, nothing is changed:", "  added: 2 invitations"]
    assert not book().invitations
    assert did("import", str(ics)).splitlines() == ["Read:", "  added: 2 invitations"]
    assert len(book().invitations) == 2
    assert did("import", str(ics)).splitlines() == ["Read:", "  unchanged: 2"]
    assert json.loads(did("import", str(ics), "--json"))["unchanged"] == 2


def test_a_bad_item_is_named_and_its_neighbour_comes_in(cop: Cop, book: ReadBook, tmp_path: Path) -> None:
    """The reason is on stderr."""
    ics = tmp_path / "i.ics"
    ics.write_text(_calendar("Tea", "20261127T180000Z") + _calendar("Bad", "2026-99-99"))

    result = cop("import", str(ics))

    assert result.returncode == 0
    assert "  skipped: 1\n" in result.stdout
    assert result.stderr.startswith("skipped ")
    assert only(book().invitations).title == "Tea"


def test_import_shows_its_progress_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, notebook: Path, tmp_path: Path
) -> None:
    """One line on stderr that is gone in the end."""
    from cop_tui.cli.main import run

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    ics = tmp_path / "i.ics"
    ics.write_text(_calendar("Tea", "20261127T180000Z"))
    monkeypatch.setattr("sys.stderr", terminal := Terminal())

    assert run(["import", str(ics)]) == 0
    shown = terminal.getvalue()
    assert "Reading 1 of 1" in shown
    assert shown.endswith("\r")


def test_an_import_that_takes_long_redraws_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every item, and what was there is wiped."""
    from cop_tui.cli.exchanging import _Progress

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stderr", terminal := Terminal())

    with _Progress() as progress:
        assert progress is not None
        for done in range(1, 61):
            progress(done, 60)

    shown = terminal.getvalue().split("\r")
    assert shown == ["", "Reading 25 of 60", "Reading 50 of 60", "Reading 60 of 60", " " * 16, ""]


def _calendar(title: str, start: str) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        f"UID:{title}@test",
        f"SUMMARY:{title}",
        f"DTSTART:{start}",
    ]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])

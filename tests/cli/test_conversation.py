"""Two members with a notebook each, and nothing between them but files: calendars, or mails."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.invitation import Answer, Invitation, State
from cop_tui.exchange.registry import read_files
from cop_tui.storage.notebook import Notebook

Cop = Callable[..., CompletedProcess[str]]


class Someone:
    """A member at their own machine: a notebook, a clock that goes on, and a folder of files to send."""

    def __init__(self, name: str, folder: Path, cop: Cop, tick: Callable[[], datetime]) -> None:
        """Say who they are."""
        self.folder = folder / name
        self.folder.mkdir()
        self._data, self._cop, self._tick = str(self.folder / "notebook.json"), cop, tick
        self.does("me", "--name", name.title(), "--email", f"{name}@example.org")

    def does(self, *words: str) -> str:
        """Run a command that must succeed, a minute after the one before."""
        self._tick()
        done = self._cop(words[0], "--data", self._data, *words[1:])
        assert done.returncode == 0, done
        return done.stdout + done.stderr

    @property
    def book(self) -> Book:
        """What is in their notebook."""
        return Notebook.open(Path(self._data), now=self._tick()).book

    @property
    def invitation(self) -> Invitation:
        """The one invitation that they have, or the series of which others are occurrences."""
        (found,) = (one for one in self.book.invitations.values() if one.occurrence is None)
        return found

    @property
    def answers(self) -> list[Answer]:
        """What those say whom they asked."""
        return [one.answer for one in self.invitation.recipients]

    @property
    def outcomes(self) -> list[str]:
        """What came of their promises, soonest first."""
        kept = sorted(self.book.commitments.values(), key=lambda one: str(one.start))
        return [f"{one.start:%d.%m. %H:%M} {one.outcome}" for one in kept]


@pytest.fixture
def tick(now: datetime, monkeypatch: pytest.MonkeyPatch) -> Callable[[], datetime]:
    """Return what lets a minute go by."""
    minutes = 0

    def ticked() -> datetime:
        nonlocal minutes
        minutes += 1
        monkeypatch.setenv("COP_TUI_NOW", (now + timedelta(minutes=minutes)).isoformat())
        return now + timedelta(minutes=minutes)

    return ticked


@pytest.fixture
def ana(tmp_path: Path, cop: Cop, tick: Callable[[], datetime]) -> Someone:
    """Return Ana, who invites."""
    return Someone("ana", tmp_path, cop, tick)


@pytest.fixture
def sam(tmp_path: Path, cop: Cop, tick: Callable[[], datetime]) -> Someone:
    """Return Sam, who is invited."""
    return Someone("sam", tmp_path, cop, tick)


@pytest.mark.parametrize("kind", ["ics", "eml"])
def test_a_whole_conversation_goes_through_files(ana: Someone, sam: Someone, kind: str) -> None:
    """Invite, yes, update, yes again, cancel: each side knows at each step what the other said."""
    files = [str(ana.folder / f"{number}.{kind}") for number in range(6)]

    ana.does("invite", "Tea, in the; library", "--to", "Sam <sam@example.org>", "--on", "fri 18:00", "--ics", files[0])
    sam.does("import", files[0])
    assert (Answer.WAITING, "Tea, in the; library") == (sam.invitation.answer, sam.invitation.title)

    sam.does("yes", "tea", "--reply", files[1])
    ana.does("import", files[1])
    assert ([Answer.YES], ["27.11. 18:00 open"]) == (ana.answers, sam.outcomes)

    ana.does("revise", "tea", "--on", "sat", "--title", "Tea at last", "--ics", files[2])
    assert [Answer.WAITING] == ana.answers
    assert "asks again" in sam.does("import", files[2])
    assert (Answer.WAITING, ["27.11. 18:00 released"]) == (sam.invitation.answer, sam.outcomes)
    assert "answers an older version" in ana.does("import", files[1])

    sam.does("yes", "tea at last", "--reply", files[3])
    ana.does("import", files[3])
    assert ([Answer.YES], ["28.11. 18:00 open"]) == (ana.answers, sam.outcomes)
    sam.does("import", files[0])
    assert ("Tea at last", Answer.YES) == (sam.invitation.title, sam.invitation.answer)

    ana.does("withdraw", "tea at last", "--ics", files[4])
    sam.does("import", files[4])
    assert (State.WITHDRAWN, ["28.11. 18:00 released"]) == (sam.invitation.state, sam.outcomes)
    sam.does("import", files[2])
    assert State.WITHDRAWN is sam.invitation.state
    ana.does("withdraw", "tea at last", "--ics", files[5])
    assert "unchanged: 1" in sam.does("import", files[5])


SERIES = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:PUBLISH
BEGIN:VEVENT
UID:rust-1
DTSTAMP:20261120T080000Z
DTSTART;TZID=Europe/Berlin:20261127T180000
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Rust evening
ORGANIZER:mailto:ana@example.org
ATTENDEE:mailto:sam@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("kind", ["ics", "eml"])
def test_single_gatherings_of_a_series_go_through_files(ana: Someone, sam: Someone, kind: str) -> None:
    """One is declined, one is moved, one is called off: nothing else of the series is touched, on either side."""
    files = [str(ana.folder / f"{number}.{kind}") for number in range(6)]
    files += [str(ana.folder / f"6.{kind}")]
    (ana.folder / "series").write_text(SERIES, encoding="utf-8")
    ana.does("import", str(ana.folder / "series"))

    ana.does("revise", "rust evening", "--ics", files[0])
    sam.does("import", files[0])
    sam.does("yes", "rust evening", "--reply", files[1])
    sam.does("no", "rust evening", "--on", "2026-12-04", "--reply", files[2])
    ana.does("import", files[1], files[2])
    (one,) = (found for found in ana.book.invitations.values() if found.occurrence)
    assert ([Answer.YES], [Answer.NO]) == (ana.answers, [said.answer for said in one.recipients])

    ana.does("revise", "rust evening", "--of", "2026-12-11", "--on", "2026-12-12 10:00", "--ics", files[3])
    ana.does("withdraw", "rust evening", "--on", "2026-12-18", "--ics", files[4])
    sam.does("import", files[3], files[4])

    assert (State.OPEN, Answer.YES) == (sam.invitation.state, sam.invitation.answer)
    assert [
        "27.11. 18:00 open",
        "04.12. 18:00 excused",
        "11.12. 18:00 released",
        "18.12. 18:00 released",
    ] == sam.outcomes
    ana.does("withdraw", "rust evening", "--on", "2026-12-18", "--ics", files[5])
    assert "unchanged: 1" in sam.does("import", files[5])

    ana.does("revise", "rust evening", "--title", "Rust night", "--ics", files[6])
    sam.does("import", files[6])
    assert "Rust night" == sam.invitation.title
    sam.does("yes", "rust night", "--on", "2026-12-12 10:00")
    assert ["27.11. 18:00 open", "04.12. 18:00 excused", "12.12. 10:00 open", "18.12. 18:00 released"] == sam.outcomes


def test_a_mail_goes_from_whom_it_is_to_whom_it_is_for(ana: Someone, sam: Someone) -> None:
    """The headers of a whole exchange, with their subjects."""
    names = ["invite.eml", "yes.eml", "update.eml", "no.eml", "off.eml"]
    files = dict(zip(names, (str(ana.folder / name) for name in names), strict=True))

    ana.does("invite", "Tea", "--to", "Sam <sam@example.org>", "--on", "fri 18:00", "--ics", files["invite.eml"])
    sam.does("import", files["invite.eml"])
    sam.does("yes", "tea", "--reply", files["yes.eml"])
    ana.does("revise", "tea", "--where", "Library", "--ics", files["update.eml"])
    sam.does("import", files["update.eml"])
    sam.does("no", "tea", "--reply", files["no.eml"])
    ana.does("withdraw", "tea", "--ics", files["off.eml"])

    mails = [message_from_bytes(Path(files[name]).read_bytes(), policy=default) for name in names]
    there, back = ("Ana <ana@example.org>", "Sam <sam@example.org>"), ("Sam <sam@example.org>", "Ana <ana@example.org>")
    assert [
        (*there, "Invitation: Tea"),
        (*back, "Accepted: Tea"),
        (*there, "Changed invitation: Tea"),
        (*back, "Declined: Tea"),
        (*there, "Called off: Tea"),
    ] == [(mail["From"], mail["To"], mail["Subject"]) for mail in mails]


def test_nothing_is_done_where_the_mail_cannot_be_written(ana: Someone, cop: Cop) -> None:
    """No address, a file that is there: exit 1, no file, and the notebook stays as it was."""
    ana.does("invite", "Tea", "--to", "Li", "--on", "fri 18:00")
    data, out = str(ana.folder / "notebook.json"), ana.folder / "out.eml"
    before = ana.invitation

    nobody = cop("withdraw", "--data", data, "tea", "--ics", str(out))
    plain = cop("revise", "--data", data, "tea", "--title", "Cake", "--ics", str(out))

    assert [(1, False), (1, False)] == [(one.returncode, out.exists()) for one in (nobody, plain)]
    assert "error: Nobody whom you invite has an address\nhint: Give it, as in --to" in nobody.stderr
    assert before == ana.invitation


def test_what_cannot_be_revised_is_said(ana: Someone, sam: Someone, cop: Cop) -> None:
    """Nothing to change, somebody else's, a date of what is no series."""
    data = str(ana.folder / "notebook.json")
    ana.does("invite", "Tea", "--to", "Sam <sam@example.org>", "--on", "fri 18:00", "--ics", str(ana.folder / "a.ics"))
    sam.does("import", str(ana.folder / "a.ics"))

    nothing = cop("revise", "--data", data, "tea")
    single = cop("withdraw", "--data", data, "tea", "--on", "fri")
    foreign = cop("revise", "--data", str(sam.folder / "notebook.json"), "tea", "--title", "Cake")

    assert (2, "error: There is nothing to change\n") == (nothing.returncode, nothing.stderr[:34])
    assert (1, "error: Tea is one gathering and no series\n") == (single.returncode, single.stderr[:42])
    assert (1, "is not yours to change") == (foreign.returncode, foreign.stderr.split("18:00 ")[1].split("\n")[0])


def test_a_revision_can_be_taken_back_and_written_as_it_stands(ana: Someone, tick: Callable[[], datetime]) -> None:
    """Undo brings the former one; without a change `revise --ics` writes what is there and changes nothing."""
    ana.does(
        "invite", "Tea", "--to", "Sam <sam@example.org>", "--on", "fri 18:00", "--where", "https://meet.example.org/x"
    )
    before = ana.invitation
    ana.does("revise", "tea", "--where", "Room 2", "--note", "Bring tea", "--to", "Li <li@example.org>")
    revised = ana.invitation

    said = ana.does("revise", "tea", "--ics", str(ana.folder / "again.ics"))
    again = ana.invitation
    ana.does("undo")

    assert (1, "Room 2", "https://meet.example.org/x", "Bring tea", 2) == (
        revised.sequence,
        revised.place,
        revised.link,
        revised.note,
        len(revised.recipients),
    )
    assert (revised, before, "Nothing changed in Tea\n") == (again, ana.invitation, said)
    taken = read_files([ana.folder / "again.ics"], Book(), now=tick())
    assert {"invitations": 1} == taken.added
    assert {Outcome.OPEN} >= {one.outcome for one in taken.book.commitments.values()}

"""Backups: one a day for ten days of writing, one before what is large; the only copy is never let go."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound
from cop_tui.domain.person import Person
from cop_tui.storage.backups import DAYS, OCCASIONS, Backups
from cop_tui.storage.notebook import Notebook

Adding = Callable[..., Change]
Named = Callable[[str], Person]


def test_the_first_change_of_all_is_backed_up_at_once(notebook: Notebook, adding: Adding, person: Named) -> None:
    """There is a copy from the first minute on."""
    notebook.apply(adding(person("Ana")))

    assert [("daily", 1, True)] == [(one.why, one.records, one.whole) for one in notebook.backups()]


def test_ten_days_of_writing_are_kept(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Three weeks, written several times on every other day: the last ten of those days, each as it was before it."""
    days = [now + timedelta(days=number) for number in range(0, 42, 2)]
    for number, day in enumerate(days):
        again = Notebook.open(path, now=day) if number % 2 else notebook
        for hour in range(3):
            at = day + timedelta(hours=hour)
            again.apply(adding(person(f"{number}-{hour}"), at=at))

    backups = Notebook.open(path, now=now).backups()

    assert [day.date() for day in reversed(days[-DAYS:])] == [one.on.astimezone(now.tzinfo).date() for one in backups]
    assert [number * 3 for number in range(20, 10, -1)] == [one.records for one in backups]


def test_a_day_is_a_day_where_the_member_is(notebook: Notebook, adding: Adding, person: Named) -> None:
    """Half past eleven in the evening and half past twelve are two days in Berlin, and one in UTC."""
    evening = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))

    for name, later in (("Ana", 0), ("Ben", 1), ("Cem", 2)):
        notebook.apply(adding(person(name), at=evening + timedelta(hours=later)))

    assert [1, 1] == [one.records for one in notebook.backups()]


def test_backups_before_imports_do_not_push_out_the_days(
    notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """They are counted apart, and what the member asked for is never let go."""
    asked = []
    for number in range(OCCASIONS + 5):
        notebook.apply(adding(person(f"{number}")), back_up_first=True, why="merge" if number % 2 else "import")
        if number < 3:
            asked.append(notebook.back_up(now=now).name)

    whys = [one.why for one in notebook.backups()]

    assert (1, 3, OCCASIONS) == (whys.count("daily"), whys.count("asked"), whys.count("import") + whys.count("merge"))
    assert set(asked) <= {one.name for one in notebook.backups()}


def test_names_sort_by_time_and_never_collide(tmp_path: Path, now: datetime) -> None:
    """Also within one second, also with words that are no file names."""
    backups = Backups(tmp_path / "notebook.json")

    made = [backups.make(b"{}", now + timedelta(seconds=number // 3), f"../why {number}/?") for number in range(9)]

    assert 9 == len(set(made))
    assert sorted(made) == made
    assert {tmp_path / "backups"} == {one.parent for one in made}
    assert [one.name for one in reversed(made)] == [one.name for one in backups.newest_first()]


def test_a_reason_without_a_letter_is_the_members_own(tmp_path: Path, now: datetime) -> None:
    """Somebody asked for it, whatever for."""
    assert "-asked.json" in Backups(tmp_path / "notebook.json").make(b"{}", now, "2026!").name


def test_backups_of_two_notebooks_in_one_folder_are_kept_apart(tmp_path: Path, now: datetime) -> None:
    """Their names begin with the notebook's; brackets in it are only brackets."""
    mine, other = Backups(tmp_path / "a[1].json"), Backups(tmp_path / "a.json")
    for number in range(DAYS + 3):
        mine.make(b"{}", now + timedelta(days=number), "daily")
        other.make(b"{}", now + timedelta(days=number), "daily")

    assert (DAYS, DAYS) == (len(mine.newest_first()), len(other.newest_first()))
    assert {"a[1]", "a"} == {one.name.split("-")[0] for one in (*mine.newest_first(), *other.newest_first())}


def test_what_is_no_backup_is_left_alone(tmp_path: Path, now: datetime) -> None:
    """Files of the member's own in the folder, an impossible date, a temporary file of another notebook."""
    backups = Backups(tmp_path / "notebook.json")
    backups.make(b"{}", now, "daily")
    strange = [
        "letter.txt",
        "notebook-20261399T000000Z-001-daily.json",
        ".other-20261123T080000Z-001-daily.json.12-0123abcd.tmp",
    ]
    for name in strange:
        (backups.folder / name).write_bytes(b"mine")

    for number in range(DAYS + 3):
        backups.make(b"{}", now + timedelta(days=number), "daily")

    assert DAYS == len(backups.newest_first())
    assert all((backups.folder / name).exists() for name in strange)


def test_a_temporary_file_that_a_killed_program_left_is_swept(tmp_path: Path, now: datetime) -> None:
    """With the next backup of the same notebook."""
    backups = Backups(tmp_path / "notebook.json")
    left = backups.folder / ".notebook-20261123T080000Z-001-daily.json.12-0123abcd.tmp"
    left.parent.mkdir()
    left.write_bytes(b"half")

    backups.make(b"{}", now, "daily")

    assert not left.exists()


def test_a_backup_just_made_stays_when_the_clock_was_set_back(tmp_path: Path, now: datetime) -> None:
    """It is the oldest by its name, and still the newest by what is in it."""
    backups = Backups(tmp_path / "notebook.json")
    for number in range(DAYS):
        backups.make(b"{}", now + timedelta(days=number), "daily")

    made = backups.make(b"{}", now - timedelta(days=400), "daily")

    assert made.exists()
    assert DAYS == len(backups.newest_first())


def test_a_backup_that_cannot_be_let_go_is_no_harm(
    tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one too many then."""
    backups = Backups(tmp_path / "notebook.json")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    for number in range(DAYS + 1):
        backups.make(b"{}", now + timedelta(days=number), "daily")

    assert DAYS + 1 == len(backups.newest_first())


def test_a_daily_backup_that_cannot_be_made_does_not_stop_the_member(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A file stands where the folder should be: what they wrote is saved all the same."""
    path.parent.mkdir()
    (path.parent / "backups").write_bytes(b"")

    notebook.apply(adding(person("Ana")))

    assert 1 == len(Notebook.open(path, now=now).book.people)
    assert () == notebook.backups()
    assert not Backups(path).has_any()
    with pytest.raises(NotFound):
        Backups(path).find("x")


def test_a_folder_with_the_name_of_a_backup_is_not_whole(tmp_path: Path, now: datetime) -> None:
    """It is shown, and the one before it is the newest whole one."""
    backups = Backups(tmp_path / "notebook.json")
    whole = backups.make(b"{}", now, "daily")
    (backups.folder / "notebook-20991231T000000Z-001-asked.json").mkdir()

    newest = backups.newest_whole()

    assert [False, True] == [one.whole for one in backups.newest_first()]
    assert newest is not None
    assert whole == newest.path

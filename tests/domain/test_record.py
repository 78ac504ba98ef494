"""Records: made with `fresh`, altered with `altered`, with ids that are drawn or derived."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import KINDS
from cop_tui.domain.errors import Ambiguous, Busy, CopError, Damaged, NewerNotebook, NotebookError, WrongUse
from cop_tui.domain.gone import Gone
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import RUNGS, Purpose, Rung
from cop_tui.domain.record import Record, altered, derived_id, fresh, ids_from, new_id

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_fresh_record_knows_when_it_was_made_in_utc() -> None:
    """Its id is drawn unless one is given."""
    ana = fresh(Person, NOW, name="Ana")

    assert (NOW, NOW, UTC, UTC) == (ana.created, ana.updated, ana.created.tzinfo, ana.updated.tzinfo)
    assert (32, "a") == (len(ana.id), fresh(Person, NOW, id="a", name="Ana").id)


def test_an_altered_record_knows_when_it_changed() -> None:
    """When it was created stays; where nothing differs it is the record itself."""
    ana = fresh(Person, NOW, name="Ana")
    later = altered(ana, NOW + timedelta(hours=1), note="met")

    assert ("met", ana.created, NOW + timedelta(hours=1)) == (later.note, later.created, later.updated)
    assert later is altered(later, NOW + timedelta(hours=2), note="met")


def test_a_record_cannot_be_altered_in_place() -> None:
    """Whoever holds it may rely on it."""
    ana = fresh(Person, NOW, name="Ana")

    with pytest.raises(AttributeError):
        ana.name = "Ben"  # type: ignore[misc]


def test_a_derived_id_is_the_same_every_time_and_no_other() -> None:
    """The boundaries between the words count."""
    assert derived_id("a", "b") == derived_id("a", "b")
    assert 3 == len({derived_id("a", "b"), derived_id("ab"), derived_id("b", "a")})


def test_ids_can_be_drawn_from_a_seed_for_a_while() -> None:
    """For books that must come out the same twice; afterwards they are nobody's to foresee."""
    with ids_from(7):
        first = [new_id(), new_id()]
    with ids_from(7):
        second = [new_id(), new_id()]

    assert first == second
    assert 3 == len({*first, new_id()})
    assert "4" == first[0][12]


FIELDS = {
    "id": "1",
    "name": "Ana",
    "text": "Speak Dutch",
    "title": "Rust",
    "what": "Come",
    "who": "me",
    "subject": "Rust",
    "day": "2026-11-23",
}
"""What some kind of record cannot be without, besides its moments."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_without_an_offset_is_not_read(kind: type[Record]) -> None:
    """In whichever kind of record: it would be compared with others that have one."""
    moments = ["created", "updated", *(name for name in ("on", "start", "closed_on") if name in kind.__struct_fields__)]
    fields = FIELDS | ({"kind": "people"} if kind is Gone else {})
    whole = fields | dict.fromkeys(moments, "2026-11-23T09:00:00+01:00")
    assert isinstance(msgspec.convert(whole, kind), kind)

    for name in moments:
        with pytest.raises(msgspec.ValidationError, match="timezone"):
            msgspec.convert(whole | {name: "2026-11-23T09:00:00"}, kind)


def test_every_purpose_has_three_rungs_of_its_own() -> None:
    """No rung stands on two ladders."""
    assert set(Purpose) == set(RUNGS)
    assert sorted(Rung) == sorted(rung for ladder in RUNGS.values() for rung in ladder)


def test_errors_carry_a_sentence_a_hint_and_a_code() -> None:
    """One line for the member, one for what to do, one number for the shell."""
    error = Ambiguous("Two answer to that", ("1a2b  Ana", "3c4d  Anna"), "Say more")

    assert ("Two answer to that", "Say more", 1, 2) == (str(error), error.hint, error.exit_code, len(error.candidates))
    assert (2, None) == (WrongUse("What?").exit_code, CopError("No").hint)
    assert all(issubclass(kind, NotebookError) for kind in (Damaged, NewerNotebook, Busy))

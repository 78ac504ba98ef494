"""What the member and a person have in common."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.practice.in_common import InCommon, in_common

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_all_that_names_a_person_is_found_the_newest_first() -> None:
    """What was learned from them, told with them, and invitations from and to them with the promises of those."""
    day = timedelta(days=1)
    asked = (Recipient(person="ana"), Recipient(person="li"))
    records = (
        *(fresh(Learning, NOW, id=f"loan-{n}", text="A", on=NOW - n * day, people=("ana",)) for n in (2, 1)),
        fresh(Story, NOW, id="rain", on=NOW, people=("li", "ana")),
        fresh(Invitation, NOW, id="from", title="Walk", sender="ana", start=NOW + day),
        fresh(Invitation, NOW, id="to", title="Talk", recipients=asked, start=NOW),
        fresh(Commitment, NOW, id="promise", what="Walk", invitation="from", start=NOW + 2 * day),
        fresh(Commitment, NOW, id="own", what="Bread"),
    )
    found = in_common(Book().apply(Change(sentence="", at=NOW, put=records)), "ana")

    assert ["loan-1", "loan-2"] == [one.id for one in found.learned]
    assert ["rain"] == [one.id for one in found.told]
    assert ["promise", "from", "to"] == [one.id for one in found.around]
    assert InCommon() == in_common(Book(), "ana")

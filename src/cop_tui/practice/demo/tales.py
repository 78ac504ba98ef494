"""From the written stories and learning of the sample year to records."""

from datetime import date, datetime, timedelta

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Element
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.record import altered, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.learning_first import LEARNED_FIRST
from cop_tui.practice.demo.learning_second import LEARNED_SECOND
from cop_tui.practice.demo.stories_after import AFTER
from cop_tui.practice.demo.stories_first import FIRST
from cop_tui.practice.demo.stories_fourth import FOURTH
from cop_tui.practice.demo.stories_seasons import SEASONS
from cop_tui.practice.demo.stories_second import SECOND
from cop_tui.practice.demo.stories_third import THIRD
from cop_tui.practice.demo.stories_value import VALUE
from cop_tui.practice.demo.told import Entry, entries


def add_stories(draft: Draft) -> None:
    """Add every story: first those with a day of their own, then those that tell of whichever gathering is left."""
    for entry in (each for text in (FIRST, SECOND, THIRD, FOURTH, VALUE) for each in entries(text)):
        ago = int(entry.words[0])
        draft.records.append(_story(draft, entry, draft.days.a_year_ago() if ago == 365 else draft.days.home(ago)))
    for entry in entries(SEASONS):
        month, number = (int(word) for word in entry.words[0].split("/"))
        day = draft.days.home(draft.days.since(draft.days.last(month, number)))
        shift = timedelta(days=day == draft.days.a_year_ago())
        draft.records.append(_story(draft, entry, day + shift))
    for entry in entries(AFTER):
        draft.records.append(_story(draft, entry, None))


def add_learning(draft: Draft) -> None:
    """Add everything learned, with the rungs that it climbed since."""
    for entry in (*entries(LEARNED_FIRST), *entries(LEARNED_SECOND)):
        draft.records.append(_learning(draft, entry))


def _story(draft: Draft, entry: Entry, day: date | None) -> Story:
    """Return a story; where the day is open, it is that of a gathering which has no story yet."""
    series = entry.values.get("at", "").replace("-", " ")
    gathering = draft.gathering(series, day) if day else _any_left(draft, series, int(entry.values.get("since", "250")))
    if gathering is not None and gathering.start is not None:
        draft.tell_of(gathering)
        on = draft.days.past(gathering.start.astimezone(draft.days.now.tzinfo) + timedelta(hours=4, minutes=10))
    else:
        on = draft.evening(day or draft.days.home(int(entry.values.get("since", "250")) // 2), 19)
    community = entry.words[1] if len(entry.words) > 1 else entry.values.get("c", "-")
    story = fresh(
        Story,
        on,
        on=on,
        title=entry.title,
        body=_in_season(draft, entry.text),
        community=draft.community_id(community),
        people=draft.ids(entry.names("with")),
        element=Element(entry.values["el"]) if "el" in entry.values else None,
        commitment=None if gathering is None else gathering.id,
        tags=entry.names("tags"),
        starred="star" in entry.words,
    )
    return _with_marks(draft, story, entry)


def _with_marks(draft: Draft, story: Story, entry: Entry) -> Story:
    """Return the story with the value that showed since, and with what was said when it came back."""
    for mark in entry.marks:
        on = _later(draft, story.on, mark.after)
        if mark.word:
            story = altered(story, on, cycles=(*story.cycles, Cycle(cycle=Value(mark.word), text=mark.text, on=on)))
        else:
            story = altered(story, on, follow_ups=(*story.follow_ups, FollowUp(on=on, text=mark.text)))
    return story


def _any_left(draft: Draft, series: str, since: int) -> Commitment | None:
    """Return some gathering of the last so many days that no story tells of."""
    days = {draft.days.ago(ago) for ago in range(since + 1)} - draft.told_days
    left = [one for one in draft.kept[series] if one.start and one.start.date() in days]
    return left[draft.dice.randrange(len(left))] if left else None


def _in_season(draft: Draft, text: str) -> str:
    """Return the text with the months that follow from now."""
    return text.replace("{talk}", f"{draft.days.home(165):%B}").replace("{move}", f"{draft.days.home(204):%B}")


def _learning(draft: Draft, entry: Entry) -> Learning:
    series = entry.values.get("at", "")
    day = draft.days.home(int(entry.words[0]))
    gathering = _nearest(draft, series, day)
    if gathering is not None and gathering.start is not None:
        on = draft.days.past(gathering.start.astimezone(draft.days.now.tzinfo) + timedelta(hours=3))
    else:
        on = draft.evening(day)
    purpose = _PURPOSES[entry.words[2]]
    ladder = RUNGS[purpose]
    learned = fresh(
        Learning,
        on,
        text=entry.text,
        on=on,
        community=draft.community_id(entry.words[1]),
        people=draft.ids(entry.names("from")),
        commitment=None if gathering is None else gathering.id,
        goal=draft.goal_id(entry.values.get("goal", "")),
        purpose=purpose,
        rung=ladder[0],
        climbs=(Climb(rung=ladder[0], on=on),),
        tags=entry.names("tags"),
        links=entry.names("links"),
    )
    climbs = learned.climbs
    for rung, after in zip(ladder[1:], entry.numbers("up"), strict=False):
        climbs = (*climbs, Climb(rung=rung, on=max(_later(draft, on, after), climbs[-1].on)))
    again = _follow_ups(draft, entry, on)
    last = max([one.on for one in climbs] + [one.on for one in again])
    return altered(learned, last, rung=climbs[-1].rung, climbs=climbs, follow_ups=again)


def _follow_ups(draft: Draft, entry: Entry, on: datetime) -> tuple[FollowUp, ...]:
    """Return what was said when an entry came back: as it is written, else in a word, else put off.

    What came back in the last days has not been asked about yet.
    """
    written = [FollowUp(on=_later(draft, on, mark.after), text=mark.text) for mark in entry.marks]
    asked = max((mark.after for mark in entry.marks), default=0)
    for back in (30, 90):
        when = on.date() + timedelta(days=back)
        if asked < back and draft.days.since(when) > RECENT:
            text = next(draft.answers, "") if draft.dice.random() < 0.4 else ""
            written.append(FollowUp(on=_later(draft, on, back + draft.dice.randrange(4)), text=text))
    return tuple(written)


def _nearest(draft: Draft, series: str, day: date) -> Commitment | None:
    for one in reversed(draft.kept.get(series, [])):
        if one.start is not None and timedelta(0) <= day - one.start.date() <= timedelta(days=13):
            return one
    return None


def _later(draft: Draft, on: datetime, after: int) -> datetime:
    """Return an evening so many days after a moment, over by now."""
    return max(draft.evening(on.date() + timedelta(days=after), 19), on)


RECENT = 6
"""Days within which an entry that came back may still wait for its answer."""

_PURPOSES = {
    "own": Purpose.INDIVIDUAL_DEVELOPMENT,
    "help": Purpose.HELPING,
    "best": Purpose.BEST_PRACTICES,
    "know": Purpose.KNOWLEDGE,
    "new": Purpose.INNOVATION,
}
"""The purposes by the short words of the notation."""

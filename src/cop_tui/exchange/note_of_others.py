"""A note that another program wrote, as a story: its title, its day, its text, its tags, and whom it names."""

import re
from contextlib import suppress
from datetime import datetime

from cop_tui.domain.record import derived_id, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.vault_links import Links, plain
from cop_tui.exchange.vault_notes import Note
from cop_tui.exchange.vault_values import Raw, items, moment
from cop_tui.practice.manners import tagged
from cop_tui.practice.tell import headed

_DATES = ("date", "created", "on", "day", "datetime")
_DAY = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def story_of(note: Note, folder: str, links: Links) -> tuple[Story, bool]:
    """Return a note as a story with an id derived from where it stands, and whether it has no date of its own.

    Its title is the one that it is given, else its first heading, else its name without the date.
    """
    given = " ".join(" ".join(items(note.properties.get("title"))).split())
    heading, rest = headed(note.body)
    body = rest if heading and given in ("", heading) else note.body
    on = _day(note, links.now)
    return fresh(
        Story,
        links.now,
        id=derived_id("note", folder, note.path),
        on=on or links.now,
        title=given or heading or _DAY.sub("", note.stem).strip(" -_.,"),
        body=body.strip("\r\n").rstrip(),
        community=_community(note, links),
        people=_people(note, links),
        tags=tagged("", _tags(note.properties.get("tags"))) if note.properties.get("tags") else tagged(note.body),
        starred=str(note.properties.get("starred")).casefold() == "true",
    ), on is None


def _day(note: Note, now: datetime) -> datetime | None:
    """Return the moment that a note or its name gives; none where neither does."""
    for key in _DATES:
        raw = note.properties.get(key)
        with suppress(ValueError):
            if isinstance(raw, str):
                return moment(plain(raw), now)
    for match in _DAY.finditer(note.stem):
        with suppress(ValueError):
            return moment(f"{match[1]}-{match[3]}-{match[4]}", now)
    return None


def _tags(raw: Raw) -> list[str]:
    """Return the tags of a list, or of one text that holds several."""
    return [tag for item in items(raw) for tag in (re.split(r"[,\s]+", item) if isinstance(raw, str) else [item])]


def _community(note: Note, links: Links) -> str | None:
    raw = note.properties.get("community")
    try:
        return links.community(raw) if isinstance(raw, str) and not raw.startswith("id:") else None
    except ValueError:
        return None


def _people(note: Note, links: Links) -> tuple[str, ...]:
    """Return those people whom it names and whom the member knows."""
    names = [name for key in ("people", "with") for name in items(note.properties.get(key)) if plain(name)]
    known = (links.known_person(name) for name in names if not name.startswith("id:"))
    return tuple(dict.fromkeys(person for person in known if person))

"""What a note of ours looks like: which field of a record is which property, and which one is the text of the note.

A note carries a seal: a short digest of each field as we wrote it. So a reader can tell what was edited in the note
from what is only older than the notebook, field by field, and a change on one side never takes back one on the other.
"""

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from cop_tui.domain.community import Community, Element, Level, Stage
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.exchange import vault_values as forms
from cop_tui.exchange.vault_values import Form, Raw

SUFFIX = ".md"
"""What the names of notes end in."""
SEAL = "seal"
"""The property with our digests."""

_LETTERS = 6


class Field(msgspec.Struct, frozen=True):
    """One field of a record in a note."""

    name: str
    """What the record calls it."""
    form: Form
    """How its value is said."""
    keys: tuple[str, ...]
    """The properties that say it."""
    needed: bool = False
    """Whether a record can't be without it."""


class Shape(msgspec.Struct, frozen=True):
    """What the notes of one kind of record are like."""

    kind: type[Record]
    """The kind."""
    word: str
    """What the property `kind` calls it."""
    folder: str
    """The folder that its notes stand in at first."""
    fields: tuple[Field, ...]
    """Its fields, in the order in which they are written."""
    body: str
    """The field that is the text of the note."""
    needs_body: bool = False
    """Whether a record can't be without that."""


def _field(name: str, form: Form, *keys: str, needed: bool = False) -> Field:
    return Field(name, form, keys or (name,), needed)


_TOLD = (
    _field("on", forms.MOMENT, "date", needed=True),
    _field("community", forms.COMMUNITY),
    _field("people", forms.PEOPLE),
)
_TAGS = _field("tags", forms.TAGS, "tags", "tag_words")
_FOLLOW_UPS = _field("follow_ups", forms.FOLLOW_UPS)

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "story": Shape(
            Story,
            "story",
            "Stories",
            (
                _field("title", forms.TEXT),
                *_TOLD,
                _field("element", forms.word_of(Element)),
                _field("commitment", forms.REFERENCE),
                _TAGS,
                _field("starred", forms.FLAG),
                _field("cycles", forms.CYCLES),
                _FOLLOW_UPS,
            ),
            "body",
        ),
        "learning": Shape(
            Learning,
            "learning",
            "Learning",
            (
                *_TOLD,
                _field("commitment", forms.REFERENCE),
                _field("goal", forms.REFERENCE),
                _field("purpose", forms.word_of(Purpose), needed=True),
                _field("rung", forms.word_of(Rung), needed=True),
                _field("climbs", forms.CLIMBS),
                _TAGS,
                _field("links", forms.TEXTS),
                _FOLLOW_UPS,
            ),
            "text",
            needs_body=True,
        ),
        "person": Shape(
            Person,
            "person",
            "People",
            (
                _field("name", forms.WORD, needed=True),
                _field("emails", forms.TEXTS),
                _field("organisation", forms.TEXT),
                _field("channels", forms.CHANNELS),
                _field("reconnect_every", forms.NUMBER),
                _field("contacts", forms.CONTACTS),
            ),
            "note",
        ),
        "community": Shape(
            Community,
            "community",
            "Communities",
            (
                _field("name", forms.WORD, needed=True),
                _field("subject", forms.TEXT),
                _field("purpose", forms.word_of(Purpose)),
                _field("other_purposes", forms.words_of(Purpose)),
                _field("stage", forms.word_of(Stage), needed=True),
                _field("stages", forms.STAGES),
                _field("level", forms.word_of(Level), needed=True),
                _field("organisations", forms.TEXTS),
                _field("people", forms.TAKERS, "people", "roles"),
                _field("rhythm", forms.NUMBER),
                _field("places", forms.PLACES),
                _field("phases", forms.TICKS),
                _field("occasions", forms.TICKS),
                _field("archived", forms.FLAG),
                _field("voluntary", forms.UNLESS_NOT),
                _field("joined_on", forms.DAY),
                _field("left_on", forms.DAY),
                _field("cut_off", forms.NUMBER),
                _field("reconnect_every", forms.NUMBER),
            ),
            "why",
        ),
    }
)
"""Each kind of note by the word that its property `kind` has."""

R = TypeVar("R", bound=Record)


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note of ours as it was read."""

    path: str
    """Where it stands in its folder."""
    properties: Mapping[str, Raw]
    """Its front matter: texts and lists of texts."""
    body: str
    """Its text."""

    @property
    def shape(self) -> Shape | None:
        """What kind of note it is; none where it is not one of ours."""
        word = self.properties.get("kind")
        return SHAPES.get(word) if isinstance(word, str) and self.id else None

    @property
    def id(self) -> str:
        """The id of its record; empty where it names none."""
        found = self.properties.get("id")
        return found if isinstance(found, str) else ""

    @property
    def stem(self) -> str:
        """Its name, without folders and suffix."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that it says, the one that is its text first; none where it is not ours."""
        shape = self.shape
        return (shape.body, *(field.name for field in shape.fields)) if shape else ()

    def edited(self) -> frozenset[str]:
        """Return the names of the fields that say something else than we wrote; all, where the seal is gone."""
        shape, seal = self.shape, self.properties.get(SEAL)
        if shape is None:
            return frozenset()
        names = self.names
        before = seal if isinstance(seal, str) else ""
        parts = [before[place : place + _LETTERS] for place in range(0, _LETTERS * len(names), _LETTERS)]
        now = _digests(shape, self.properties, self.body)
        return frozenset(name for name, old, new in zip(names, parts, now, strict=True) if old != new)


def sealed(shape: Shape, properties: Mapping[str, Raw], body: str) -> str:
    """Return the seal of a note: the digests of its text and of each of its fields."""
    return "".join(_digests(shape, properties, body))


def _digests(shape: Shape, properties: Mapping[str, Raw], body: str) -> Iterator[str]:
    yield _digest(body.replace("\r\n", "\n").strip())
    for field in shape.fields:
        yield _digest(repr([properties.get(key) for key in field.keys]))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="replace"), digest_size=_LETTERS // 2).hexdigest()

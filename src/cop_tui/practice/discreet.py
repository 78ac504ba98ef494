"""The same book told discreetly: people by their initials, wherever they are named; how to reach them left out.

The whole book is changed before anything reads it, so that no sentence, title or picture can name anyone. Names of
organisations stay in what is told, as a community is known by those that it crosses; whose they are goes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import Any, TypeVar

import msgspec

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.community import Community
from cop_tui.domain.member import Member
from cop_tui.domain.person import Person
from cop_tui.practice.printable import fold

HIDDEN = "…"
"""What stands where an address was."""

S = TypeVar("S", bound=msgspec.Struct)

_REFERENCES = frozenset(
    {"id", "who", "person", "community", "commitment", "invitation", "goal", "sender", "recipients"}
    | {"timezone", "recurrence", "uid", "checklist", "item"}
)
"""Fields that hold ids, keys and rules and no words; `people` holds ids where its items are words."""

_ADDRESSES = frozenset({"emails", "channels", "organizer", "attendee"})
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_ADDRESS = re.compile(r"(?:mailto:)?[\w.+%-]{1,128}@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>\"“”]+", re.IGNORECASE)
_GAP = re.compile(r"[\s\-_.,'’]{1,3}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SAID_BEFORE = "dr prof professor mr mrs ms miss mx sir dame frau herr mme mlle don dona"
_SAID_BETWEEN = "de da do dos das di du del della der den van von zu la le el al bin ibn ni mac and und e y"
_SAID_OTHERWISE = """
    will mark may june april august rose grace hope joy art bill frank dean jack rich rob sue pat drew chase hunter
    mason carol dawn eve faith ivy iris jade lily olive pearl ruby sky star summer violet autumn crystal amber
    ginger heather holly robin jay ray guy hank gene grant lance miles nick pierce wade ward young long king brown
    black white green gray grey baker cook smith fisher hill wood stone brook bell park lane field page reed rice
    stark short sharp price little love day knight bishop pope rust dale max tony penny chance bay miller weiss
    klein gross song rush lake banks waters rivers woods fields early best good case first last the you
"""
_TITLES = frozenset(_SAID_BEFORE.split())
_PARTICLES = frozenset(_SAID_BETWEEN.split())
_WORDS_TOO = frozenset(_SAID_OTHERWISE.split())
"""Names that are words as well: they are names where they are written as one, with a capital."""


def discreet(book: Book) -> Book:
    """Return the book with every person, the member too, named by initials; "A. L." and "A. L.²" are two people."""
    labels = initials(book)
    names = _Names({one.id: one.name for one in _everyone(book)}, labels)
    tables: dict[str, Any] = {
        kind.table: {key: _record(record, names, labels) for key, record in book.of(kind).items()} for kind in KINDS
    }
    return Book(**tables)


def initials(book: Book) -> Mapping[str, str]:
    """Return the initials of everyone by their id, the member's too; who has the same ones gets a number."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in _everyone(book):
        groups[_initials(one.name)].append(one.id)
    return {who: letters + _raised(place) for letters, group in groups.items() for place, who in enumerate(group, 1)}


def _everyone(book: Book) -> list[Member | Person]:
    return [*book.member.values(), *sorted(book.people.values(), key=lambda one: (fold(one.name), one.id))]


def _initials(name: str) -> str:
    words = [word for word in _WORD.findall(name) if fold(word) not in _TITLES] or _WORD.findall(name)
    letters = [word[0] if fold(word) in _PARTICLES else word[0].upper() for word in words]
    return " ".join(f"{letter}." for letter in letters[:4]) or "N. N."


def _raised(place: int) -> str:
    return "" if place == 1 else str(place).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _record(record: S, names: "_Names", labels: Mapping[str, str]) -> S:
    changed = _fields(record, names)
    if isinstance(record, Person):
        changed |= {"name": labels[record.id], "organisation": "", "note": ""}
    elif isinstance(record, Member):
        changed |= {"name": labels[record.id] if record.name else "", "organisation": ""}
    return msgspec.structs.replace(record, **changed)


def _fields(struct: msgspec.Struct, names: "_Names") -> dict[str, Any]:
    """Return the fields of a record, or of a part of one, in which words stand, with the names replaced."""
    changed: dict[str, Any] = {}
    for field in struct.__struct_fields__:
        value = getattr(struct, field)
        if field in _ADDRESSES:
            changed[field] = type(value)()
        elif field not in _REFERENCES and not (field == "people" and not isinstance(struct, Community)):
            changed[field] = _value(value, names)
    return changed


def _value(value: Any, names: "_Names") -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return names.hidden(value)
    if isinstance(value, tuple):
        return tuple(_value(one, names) for one in value)
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **_fields(value, names))
    return value


class _Names:
    """The names of everyone, to be found in texts: each text is gone over once, however many people there are."""

    def __init__(self, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._whole: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._single: defaultdict[str, set[str]] = defaultdict(set)
        for who, name in names.items():
            self._learn(who, name)
        self._unspaced = _unspaced((name, labels[who]) for who, name in names.items() if _UNSPACED.search(name))
        for known in self._whole.values():
            known.sort(key=lambda one: (-len(one[0]), one[1]))
        longest = sorted(self._unspaced, key=lambda one: (-len(one), one))
        self._inside = re.compile("|".join(map(re.escape, longest))) if longest else None

    def _learn(self, who: str, name: str) -> None:
        words = tuple(fold(word) for word in _WORD.findall(name))
        if len(words) > 1:
            self._whole[words[0]].append((words, self._labels[who]))
        for word in words:
            if len(words) == 1 or (len(word) > 1 and word not in _PARTICLES | _TITLES):
                self._single[word].add(who)

    def hidden(self, text: str) -> str:
        """Return a text without names and without addresses of people."""
        if self._inside:
            text = self._inside.sub(lambda found: self._unspaced[found.group()], text)
        pieces, start = [], 0
        for found in _ADDRESS.finditer(text):
            pieces += [self._named(text[start : found.start()]), self._address(found.group())]
            start = found.end()
        return "".join([*pieces, self._named(text[start:])])

    def _address(self, address: str) -> str:
        """Hide mail addresses, and links that name someone."""
        is_page = address.lower().startswith("http")
        return address if is_page and not any(fold(word) in self._single for word in _WORD.findall(address)) else HIDDEN

    def _named(self, text: str) -> str:
        words = list(_WORD.finditer(text))
        keys = [fold(word.group()) for word in words]
        pieces: list[str] = []
        start = place = 0
        while place < len(words):
            label, count = self._at(text, words, keys, place)
            if label:
                first, last = words[place].start(), words[place + count - 1].end()
                ended, after = _ended(label, text, last)
                pieces += [text[start:first], ended]
                start = after
            place += count
        return "".join([*pieces, text[start:]])

    def _at(self, text: str, words: Sequence[re.Match[str]], keys: Sequence[str], place: int) -> tuple[str, int]:
        """Return what is said for the name that begins at a word, and how many words it is; nothing, and one word."""
        for name, label in self._whole.get(keys[place], ()):
            found = words[place : place + len(name)]
            is_same = tuple(keys[place : place + len(name)]) == name
            if is_same and _are_near(text, found) and not all(map(_is_a_word_here, found, name)):
                return label, len(name)
        people = self._meant(words[place].group(), keys[place])
        if not people:
            return "", 1
        if len(people) > 1:
            return f"{words[place].group()[0].upper()}.", 1
        count = 1
        while place + count < len(words) and self._goes_on(text, words, keys, place + count, people):
            count += 1
        return self._labels[next(iter(people))], count

    def _goes_on(
        self, text: str, words: Sequence[re.Match[str]], keys: Sequence[str], place: int, people: set[str]
    ) -> bool:
        """Tell whether a word is another part of the same name: "Silva, Ana"."""
        return self._meant(words[place].group(), keys[place]) >= people and _are_near(
            text, words[place - 1 : place + 1]
        )

    def _meant(self, word: str, key: str) -> set[str]:
        """Return those whose name this word is, as it is written here."""
        return set() if _is_a_word(word, key) else self._single.get(key, set())


def _unspaced(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what is said for names, and for their parts, that stand in a text without blanks around them.

    A part that is a name of its own is that; what several are called is given to none of them.
    """
    whole: defaultdict[str, set[str]] = defaultdict(set)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for name, label in named:
        for words in (name, "".join(name.split())):
            whole[words].add(label)
        for part in name.split():
            parts[part].add(label)
    found = {**parts, **whole}
    return {word: min(ones) if len(ones) == 1 else f"{word[0]}." for word, ones in found.items() if len(word) > 1}


def _ended(label: str, text: str, end: int) -> tuple[str, int]:
    """Return initials as they stand before what follows, and from where the text goes on: no stop after their own.

    An apostrophe after them is one for certain, so that nobody takes it for a quotation mark.
    """
    follows = text[end : end + 2]
    if follows[:1] == "." and follows != ".." and label.endswith("."):
        return label, end + 1
    return (f"{label}’", end + 1) if follows[:1] == "'" and follows[1:].isalpha() else (label, end)


def _is_a_word_here(found: re.Match[str], key: str) -> bool:
    return _is_a_word(found.group(), key)


def _is_a_word(word: str, key: str) -> bool:
    """Tell whether what could be a name is written as a word: small, and one that the language has."""
    return word.islower() and (len(word) < 3 or key in _WORDS_TOO)


def _are_near(text: str, words: Iterable[re.Match[str]]) -> bool:
    gaps = (text[one.end() : after.start()] for one, after in pairwise(words))
    return all(_GAP.fullmatch(gap) for gap in gaps)

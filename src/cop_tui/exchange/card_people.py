"""Who an address card is of, understood: names, addresses, numbers, notes. Knows nothing of the notebook."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from uuid import UUID

from cop_tui.domain.person import Channel
from cop_tui.exchange.acquaintances import Described
from cop_tui.exchange.card_channels import CHATS, LABEL, OTHER, PAGES, PHONES, kind_of, label_of
from cop_tui.exchange.card_lines import Card, Field, Unclear
from cop_tui.exchange.ical_events import mail_of

LEFT_OUT = {
    "ADR": "postal addresses",
    "BDAY": "birthdays",
    "ANNIVERSARY": "anniversaries",
    "CATEGORIES": "categories",
    "TITLE": "job titles",
    "ROLE": "roles",
    "PHOTO": "pictures",
    "LOGO": "pictures",
    "KEY": "keys",
    "SOUND": "sounds",
    "GEO": "positions",
    "RELATED": "relations",
    "AGENT": "assistants",
}
"""What a person in the notebook has no place for, by property."""

_CHANNELS = PHONES | PAGES | CHATS | {OTHER}
_NUMBER = re.compile(r"\d{1,3}")

Noting = Callable[[str], None]
"""Told, as the end of a sentence about a card, what the member must know."""


def name_of(card: Card) -> str:
    """Return what a card calls its person: the full name, its parts, the nickname; empty where it says none.

    Raises:
        Unclear: its name is not in the letters or the encoding that it names.
    """
    for name in ("FN", "N", "NICKNAME"):
        for field in card.all(name):
            words = " ".join((_full(field.parts()) if name == "N" else field.text()).split())
            if words:
                return words
    return ""


def described(card: Card, noting: Noting) -> Described:
    """Return who a card is of.

    Raises:
        Unclear: its name can't be read.
        ValueError: it names nobody, or not one person; says so as the end of a sentence.
    """
    if any(_soft(field, noting).lower() in ("group", "list") for field in card.all("KIND", "X-ADDRESSBOOKSERVER-KIND")):
        raise ValueError("it is a group, not a person")
    emails, others = _mails(card, noting)
    organisation = next((words for one in card.all("ORG") if (words := _organisation(one, noting))), "")
    name = name_of(card) or (emails[0] if emails else "") or organisation
    if not name:
        raise ValueError("it has neither a name nor a mail address")
    return Described(
        id=_id_in(next((_soft(one, noting) for one in card.all("UID")), "")),
        name=name,
        emails=emails,
        organisation=organisation,
        channels=tuple(dict.fromkeys((*_channels(card, noting), *others))),
        note=_note(card, name, noting),
    )


def left_out(cards: Iterable[Card]) -> str:
    """Return in words what of these cards finds no place in the notebook; empty where all does."""
    counts = Counter(LEFT_OUT[one.name] for card in cards for one in card.fields if one.name in LEFT_OUT)
    return ", ".join(f"{what} ({count})" for what, count in counts.most_common())


def _soft(field: Field, noting: Noting) -> str:
    """Return a value of a card without the blanks around it; empty, and said so, where it can't be read."""
    try:
        return field.text().strip()
    except Unclear as wrong:
        noting(f"has a {field.name} that was left out: {wrong}")
        return ""


def _full(parts: list[str]) -> str:
    """Return a name from its parts: family, given, others, what stands before and after."""
    family, given, others, before, after = (*parts[:5], "", "", "", "", "")[:5]
    return " ".join(f"{before} {given} {others} {family} {after}".replace(",", " ").split())


def _organisation(field: Field, noting: Noting) -> str:
    """Return the organisation; the department after it is left out."""
    try:
        return " ".join(field.parts()[0].split())
    except Unclear as wrong:
        noting(f"has an ORG that was left out: {wrong}")
        return ""


def _mails(card: Card, noting: Noting) -> tuple[tuple[str, ...], list[Channel]]:
    """Return the mail addresses, the preferred one first, and as channels what is an address of another system."""
    found: dict[str, str] = {}
    others = []
    for field in sorted(card.all("EMAIL"), key=_preference):
        words = "".join(_soft(field, noting).split())
        words = words[7:] if words.lower().startswith("mailto:") else words
        if mail_of(words):
            found.setdefault(mail_of(words), words)
        elif words:
            others.append(Channel(kind="mail", address=words))
    return tuple(found.values()), others


def _preference(field: Field) -> int:
    said = field.params.get("PREF", "")
    if _NUMBER.fullmatch(said):
        return int(said)
    return 1 if "pref" in field.types else 101


def _channels(card: Card, noting: Noting) -> Iterable[Channel]:
    labels = {one.group: _soft(one, noting) for one in card.all(LABEL) if one.group}
    for field in card.fields:
        if field.name not in _CHANNELS:
            continue
        address = _soft(field, noting)
        if field.params.get("VALUE", "").lower() == "uri" and address.lower().startswith("tel:"):
            address = address[4:]
        if address:
            service = field.params.get("X-SERVICE-TYPE", "")
            kind = label_of(labels.get(field.group, "")) or kind_of(field.name, field.types, address, service)
            yield Channel(kind=kind, address=address)


def _note(card: Card, name: str, noting: Noting) -> str:
    """Return the notes; a nickname that is not the name itself comes after them."""
    notes = [words for one in card.all("NOTE") if (words := _soft(one, noting))]
    nicknames = [words for one in card.all("NICKNAME") if (words := " ".join(_soft(one, noting).split()))]
    notes += [f"Nickname: {one}" for one in nicknames if one != name]
    return "\n\n".join(dict.fromkeys(notes))


def _id_in(uid: str) -> str:
    """Return the id of a person that a UID of ours, or of a program that also writes uuids, stands for."""
    try:
        return UUID(uid[9:]).hex if uid.lower().startswith("urn:uuid:") else ""
    except ValueError:
        return ""

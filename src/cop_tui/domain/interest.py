"""Interests: what someone cares about, and how subjects are told apart."""

import unicodedata
from enum import StrEnum
from typing import ClassVar

from cop_tui.domain.record import Moment, Record


class Depth(StrEnum):
    """How deep someone is in a subject."""

    CURIOUS = "curious"
    LEARNING = "learning"
    PRACTISING = "practising"
    CAN_HELP = "can-help"


class Interest(Record, frozen=True, kw_only=True):
    """One subject that one person, or the member, cares about."""

    table: ClassVar[str] = "interests"

    who: str
    """A person's id, or `me`."""
    subject: str
    """As it was said."""
    depth: Depth = Depth.CURIOUS
    """How deep they are in it."""
    note: str = ""
    """What exactly, in their words."""
    on: Moment
    """When it was said, with the offset of where the member was."""
    aliases: tuple[str, ...] = ()
    """Other words that mean the same subject ("rust-lang" for "Rust")."""


def folded(words: str) -> str:
    """Return the key under which words are the same: case, accents' form, blanks and dashes folded."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    for mark in "-_/":
        plain = plain.replace(mark, " ")
    return " ".join(plain.split())

"""Toasts: one sentence about what was done, with its undo, or about what could not be done."""

from textual.app import App

from cop_tui.domain.errors import CopError
from cop_tui.practice.words import one_line
from cop_tui.tui.actions import BY_ID

LONGEST = 200
"""Cells of a toast's sentence; what is longer is cut."""


def tell(app: "App[int]", sentence: str, *, undo: bool = False) -> None:
    """Tell the member what was done; with `undo`, also how to take it back: only the last toast may say so."""
    words, key = one_line(sentence, LONGEST), BY_ID["app.undo"].sign if undo else ""
    app.clear_notifications()
    app.notify(f"{words}. {key} takes it back." if key else f"{words}.", markup=False)


def tell_error(app: "App[int]", error: CopError) -> None:
    """Tell the member what could not be done, and what to do next."""
    app.notify(error_words(error), severity="warning", markup=False)


def error_words(error: CopError) -> str:
    """Return what could not be done and what to do next, as sentences."""
    parts = (one_line(words, LONGEST).rstrip(".") for words in (error.sentence, error.hint) if words)
    return " ".join(words if words.endswith(("?", "…")) else f"{words}." for words in parts)

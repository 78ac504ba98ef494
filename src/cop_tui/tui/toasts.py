"""Toasts: one sentence about what was done, with its undo, or about what could not be done."""

from textual.app import App

from cop_tui.domain.errors import CopError
from cop_tui.practice.words import visible

LONGEST = 200
"""Characters of a toast's sentence; what is longer is cut."""


def tell(app: "App[int]", sentence: str, *, undo: bool = False) -> None:
    """Tell the member what was done; with `undo`, also how to take it back."""
    words = _cut(visible(sentence))
    app.notify(f"{words}. u takes it back." if undo else f"{words}.", markup=False)


def tell_error(app: "App[int]", error: CopError) -> None:
    """Tell the member what could not be done, and what to do next."""
    words = _cut(visible(error.sentence))
    app.notify(f"{words}. {error.hint}" if error.hint else f"{words}.", severity="warning", markup=False)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"

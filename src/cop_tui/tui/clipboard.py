"""Copying words out of the app (placeholder until the fallbacks come)."""

from textual.app import App

from cop_tui.tui.toasts import tell


def copy(app: "App[int]", words: str, what: str) -> None:
    """Copy words and say so."""
    app.copy_to_clipboard(words)
    tell(app, f"Sent to the clipboard: {what}")

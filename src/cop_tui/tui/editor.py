"""The member's own editor, from within the app: the screen makes room for it and comes back."""

from textual.app import App, SuspendNotSupported

from cop_tui.domain.errors import CopError
from cop_tui.exchange.editor import written_in_editor


def edited(app: "App[int]", start: str) -> str:
    """Return what the member made of a text in their editor.

    Raises:
        CopError: There is no editor, it failed, or this terminal can't make room for it; the text is kept and named.
    """
    try:
        with app.suspend(), written_in_editor(start) as text:
            return text
    except SuspendNotSupported as error:
        raise CopError("This terminal can't make room for an editor", "Write it in the line here") from error

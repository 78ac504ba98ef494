"""The member's own editor, from within the app: the screen makes room for it and comes back."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from textual.app import App, SuspendNotSupported

from cop_tui.domain.errors import CopError
from cop_tui.exchange.editor import written_in_editor


def edited(app: "App[int]", start: str) -> str:
    """Return what the member made of a text in their editor.

    Raises:
        CopError: There is no editor, it failed, or this terminal can't make room for it; the text is kept and named.
    """
    with taken_from_editor(app, start) as text:
        return text


@contextmanager
def taken_from_editor(app: "App[int]", start: str) -> Iterator[str]:
    """Let the member write in their editor, and hand over the text once the screen is back.

    The block does something with the text. Where that, or the editor, fails, the file with the text is kept and named.

    Raises:
        CopError: There is no editor, it failed, or this terminal can't make room for it.
    """
    with ExitStack() as kept:
        try:
            with app.suspend():
                text = kept.enter_context(written_in_editor(start))
        except SuspendNotSupported as error:
            raise CopError("This terminal can't make room for an editor", "Write it in the app instead") from error
        yield text

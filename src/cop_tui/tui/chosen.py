"""What the member chose, put to use in the app: their keys, and the theme, which is kept when it is another one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cop_tui.domain.errors import CopError
from cop_tui.tui.action import CHOSEN, unbound
from cop_tui.tui.keymap import whole
from cop_tui.tui.toasts import tell_error

if TYPE_CHECKING:
    from textual.app import App

    from cop_tui.tui.desk import Desk


class TriesThemes:
    """A mark on a screen where a theme that is seen is only tried on: the screen keeps it, or puts it back."""


def use_keys(app: "App[int]", keys: Mapping[str, str]) -> None:
    """Let the app go by the member's keys, and everything that shows keys show them.

    Args:
        app: The app, before it runs: its screens and dialogs see what is chosen here.
        keys: The keys by the id of what they do, free of problems (`keymap`).
    """
    every = whole(keys)
    CHOSEN.set({name: every[name] for name in keys if name in every})
    app.set_keymap(bound(keys) if keys else {})


def bound(keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keymap for Textual: the keys of everything, not only those that are others now.

    Textual takes all bindings off a key that one of them leaves. What has no key has one that nobody can press, so that
    the palette knows where it can be done.
    """
    return {name: key or unbound(name) for name, key in whole(keys).items()}


def begin_in(app: "App[int]", theme: str) -> None:
    """Let the app begin in a theme. A dark one, as Textual's own, needs no second reading of all styles.

    Args:
        app: The app, before it runs.
        theme: The name of one of its themes.
    """
    chosen = app.available_themes[theme]
    if chosen.dark and not chosen.ansi:
        app.set_reactive(type(app).theme, theme)
    else:
        app.theme = theme


def keep_themes(app: "App[int]", desk: "Desk") -> None:
    """Keep every theme that is chosen from now on, wherever that is done.

    Note: Writes the settings.
    """

    def keep(theme: str) -> None:
        if theme == desk.settings.theme or isinstance(app.screen, TriesThemes):
            return
        try:
            desk.choose(theme=theme)
        except CopError as error:
            tell_error(app, error)

    app.watch(app, "theme", keep, init=False)

"""What the member chose, put to use in the app: their keys."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cop_tui.tui.action import CHOSEN, unbound
from cop_tui.tui.keymap import whole

if TYPE_CHECKING:
    from textual.app import App


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

"""Doors to what is imported only when a member goes there."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.command import Provider


def door(where: str) -> Any:
    """Return what stands at `module:name`, imported only now."""
    module, _, name = where.partition(":")
    return getattr(import_module(module), name)


def doable() -> "type[Provider]":
    """Return what offers all that can be done, for the palette."""
    provider: type[Provider] = door("cop_tui.tui.palette:Doable")
    return provider


def openable() -> "type[Provider]":
    """Return what offers the records to open, for the palette."""
    provider: type[Provider] = door("cop_tui.tui.palette:Openable")
    return provider

"""What scrolls a list: the list itself, or what is around it and scrolls it along with its neighbours."""

from textual.widget import Widget

STEP = 3
"""Lines that one step scrolls."""


def what_scrolls(inner: Widget) -> Widget | None:
    """Return what scrolls a widget along with its neighbours; none where it scrolls by itself."""
    if inner.max_scroll_y:
        return None
    widgets = (node for node in inner.ancestors if isinstance(node, Widget))
    return next((widget for widget in widgets if widget.max_scroll_y and widget.allow_vertical_scroll), None)


def scroll_around(inner: Widget, by: int) -> None:
    """Scroll what is around a widget so many lines on, a few for a single one; with a negative number back."""
    if around := what_scrolls(inner):
        around.scroll_relative(y=by if abs(by) > 1 else STEP * by, animate=False)


def is_beyond(inner: Widget, line: int, by: int) -> bool:
    """Tell whether a line of a widget is still out of sight that way: there is something to read before it."""
    around = what_scrolls(inner)
    if around is None or not by:
        return False
    seen, here = around.scrollable_content_region, inner.region.y + line
    return here >= seen.bottom if by > 0 else here < seen.y

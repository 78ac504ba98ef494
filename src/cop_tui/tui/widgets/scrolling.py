"""What scrolls a list: the list itself, or what is around it and scrolls it along with its neighbours."""

from textual.widget import Widget


def what_scrolls(inner: Widget) -> Widget | None:
    """Return what scrolls a widget along with its neighbours; none where it scrolls by itself."""
    if inner.max_scroll_y:
        return None
    widgets = (node for node in inner.ancestors if isinstance(node, Widget))
    return next((widget for widget in widgets if widget.max_scroll_y and widget.allow_vertical_scroll), None)


def scroll_around(inner: Widget, by: int) -> None:
    """Scroll what is around a widget a few lines on, or with a negative number back."""
    if around := what_scrolls(inner):
        around.scroll_relative(y=3 if by > 0 else -3, animate=False)

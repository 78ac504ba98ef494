"""What is typed so quickly behind the key of a dialog that it comes before the dialog can take it."""

from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen, Screen


class TypedAhead(App[int]):
    """An app that loses no letter to the opening of a dialog."""

    def on_key(self, event: Key) -> None:
        """Keep a key that nothing took for the field of the dialog that is just being opened, if one is."""
        if isinstance(self.screen, ModalScreen):
            self.screen.call_after_refresh(_type, self.screen, Key(event.key, event.character))


def _type(screen: Screen[object], key: Key) -> None:
    """Give a key to what has the focus, if that is a field in which the key types its sign."""
    field = screen.focused
    if field is not None and field.check_consume_key(key.key, key.character):
        field.post_message(key)

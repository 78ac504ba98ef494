"""The app: it holds the frame together and opens doors. Everything else is a screen, a dialog or a widget."""

from typing import TYPE_CHECKING, ClassVar

from cop_tui.domain.errors import CopError
from cop_tui.tui import actions, themes
from cop_tui.tui.action import ANYWHERE
from cop_tui.tui.chosen import begin_in, keep_themes, use_keys
from cop_tui.tui.desk import Desk
from cop_tui.tui.doors import doable, door, openable
from cop_tui.tui.following import Following
from cop_tui.tui.going import Going
from cop_tui.tui.messages import OpenDialog, OpenRecord
from cop_tui.tui.parsed_once import ParsedOnce
from cop_tui.tui.pictures import self_contained
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell, tell_error
from cop_tui.tui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from cop_tui.domain.change import Change


def run_app(desk: Desk, *, start: str = "today") -> int:
    """Open the app and return the exit code when the member leaves.

    Args:
        desk: What lies on it is shown.
        start: `today`, or `check-in` to begin with that.

    Raises:
        BaseException: The notebook was seen and can't be opened any more; a CopError says why.
    """
    app = CopApp(desk, start=start)
    code = app.run() or app.return_code or 0
    if app.failure is not None:
        raise app.failure
    return code


class CopApp(TypedAhead, Following, Going):
    """The frame."""

    TITLE = "cop"
    BINDINGS = actions.bindings(ANYWHERE)
    COMMANDS: ClassVar = {doable, openable}

    def __init__(self, desk: Desk, *, start: str = "today") -> None:
        """Take the desk; nothing is read or shown yet."""
        super().__init__(css_path=[sheet("frame"), sheet(self.DEFAULT_MODE)])
        self.desk = desk
        self._start = start
        use_keys(self, desk.settings.keys)
        for theme in themes.OWN:
            self.register_theme(theme)
        begin_in(self, desk.settings.theme)
        self.stylesheet = ParsedOnce(variables=self.get_css_variables())
        self.add_places()

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables and with them our tones of ink."""
        variables = super().get_css_variables()
        self.theme_variables = themes.inks(variables) | variables
        return self.theme_variables

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return a picture of the screen that fetches nothing from anywhere."""
        return self_contained(super().export_screenshot(title=title, simplify=simplify))

    def on_mount(self) -> None:
        """Keep the theme that the member chooses; the rest begins when Today is on the screen."""
        keep_themes(self, self.desk)
        if self.theme != self.desk.settings.theme:
            tell(self, f"There is no theme {self.desk.settings.theme}; this is {self.theme}")
        self.call_after_refresh(self._begin)

    def action_open(self, dialog: str, about: tuple[str, ...] = ()) -> None:
        """Open a verb's dialog, about these records if any."""
        self.push_screen(door(actions.DIALOGS[dialog])(self.desk, about), self._told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """Offer the check-in only where it is not open already."""
        return action != "check_in" or not self.screen.has_class("check-in")

    def action_check_in(self) -> None:
        """Open the check-in, unless it is open."""
        if self.check_action("check_in", ()):
            self.push_screen(door("cop_tui.tui.screens.check_in:CheckInScreen")(self.desk))

    def action_undo(self) -> None:
        """Take the last change back, and say which; what another program wrote unseen is seen first."""
        try:
            if self.desk.poll():
                tell(self, "Another program wrote just now; another undo takes that back")
            else:
                tell(self, f"Taken back: {self.desk.undo()}")
        except CopError as error:
            tell_error(self, error)

    def action_keys(self) -> None:
        """Show the keys of here."""
        active = {str(one.binding.id) for one in self.screen.active_bindings.values() if one.enabled}
        self.push_screen(door("cop_tui.tui.dialogs.keys:KeysDialog")(active))

    def on_open_dialog(self, message: OpenDialog) -> None:
        """Open the dialog that a screen asks for."""
        self.action_open(message.name, message.about)

    def on_open_record(self, message: OpenRecord) -> None:
        """Open the page of a record, unless it is open on top."""
        if (record := self.desk.book.find(message.record_id)) and getattr(self.screen, "shows", "") != record.id:
            self.push_screen(door("cop_tui.tui.screens.record:RecordScreen")(self.desk, record))

    def on_open_check_in(self) -> None:
        """Open the check-in for a screen that asks for it."""
        self.action_check_in()

    def _begin(self) -> None:
        """Open the notebook, and what the member asked for or needs to see first."""
        was_blank = self.desk.book.is_blank
        if not self.settle():
            return
        self.follow()
        if self._start == "check-in":
            self.action_check_in()
        elif was_blank and not self.desk.settings.welcomed:
            self.action_open("welcome")

    def _told(self, change: "Change | None") -> None:
        if change is not None and change.sentence:
            tell(self, change.sentence, undo=bool(change))

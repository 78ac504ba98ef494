"""What lies over a screen: a box of paper, with one stylesheet that means nothing to what lies below."""

from textual.screen import ModalScreen, ScreenResultType

from cop_tui.tui.sheets import sheet


class Overlay(ModalScreen[ScreenResultType]):
    """A screen over another one, which stays to be seen."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - so Textual has it

    def __init__(self) -> None:
        """Take the stylesheet that all of them share."""
        super().__init__()
        self.css_path = [sheet("dialogs")]

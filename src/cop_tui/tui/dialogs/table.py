"""The dialogs: where each of them is, the keys that open them, the keys within. Rows for the one table of keys."""

from cop_tui.tui.action import Action

DIALOG = "dialog"
"""The area of keys of the small dialogs in which something is written."""

WRITING = "writing"
"""The area of keys of a text of several lines."""

CHOOSING = "choosing"
"""The area of keys of a choice between a few."""

READING = "reading"
"""The area of keys of what opens to be read."""

AREAS: dict[str, str] = {
    DIALOG: "In a dialog",
    WRITING: "In a text of several lines",
    CHOOSING: "In a choice",
    READING: "In what you opened to read",
}
"""What each area is called."""

DIALOGS: dict[str, str] = {
    "ask": "cop_tui.tui.dialogs.ask:AskDialog",
    "detail": "cop_tui.tui.dialogs.detail:DetailDialog",
    "another-day": "cop_tui.tui.dialogs.another_day:AnotherDayDialog",
}
"""Where each dialog is, as `module:name` of what makes it from a desk and ids; imported when it is first opened."""

VERBS: tuple[Action, ...] = (
    Action(
        id="verb.ask",
        key="a",
        name="Ask",
        help="Note what someone cares about",
        do="app.open('ask')",
        foot="ask",
    ),
)
"""The verbs, which work anywhere."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="dialog.keep",
        key="enter",
        name="Keep",
        help="Write it down",
        do="keep",
        area=DIALOG,
        foot="keep",
        palette=False,
    ),
    Action(
        id="dialog.keep-anywhere",
        key="ctrl+s",
        name="Keep",
        help="The same, wherever you are in the dialog",
        do="keep",
        area=DIALOG,
        palette=False,
    ),
    Action(
        id="dialog.leave",
        key="escape",
        name="Leave",
        help="Close it; what you began stays here for later",
        do="leave",
        area=DIALOG,
        foot="leave",
        palette=False,
    ),
    Action(
        id="reading.leave",
        key="escape,enter,q",
        name="Close",
        help="Back to where you were",
        do="leave",
        area=READING,
        foot="close",
        palette=False,
    ),
)
"""What can be done within them."""

"""The dialogs: where each of them is, the keys that open them, the keys within. Rows for the one table of keys."""

from cop_tui.tui.action import Action

DIALOG = "dialog"
"""The area of keys of the small dialogs in which something is written."""

WRITING = "writing"
"""The area of keys of a text of several lines."""

CHOOSING = "choosing"
"""The area of keys of a choice between a few."""

PICKING = "picking"
"""The area of keys of a dialog with a list to pick from."""

SEARCHING = "searching"
"""The area of keys of the search."""

LINK = "link"
"""The area of keys of an address that is shown."""

READING = "reading"
"""The area of keys of what opens to be read."""

AREAS: dict[str, str] = {
    DIALOG: "In a dialog",
    PICKING: "Saying yes",
    WRITING: "In a text of several lines",
    CHOOSING: "In a choice",
    SEARCHING: "In the search",
    LINK: "On an address",
    READING: "In what you opened to read",
}
"""What each area is called."""

DIALOGS: dict[str, str] = {
    "ask": "cop_tui.tui.dialogs.ask:AskDialog",
    "share": "cop_tui.tui.dialogs.share:ShareDialog",
    "invite": "cop_tui.tui.dialogs.invite:InviteDialog",
    "yes": "cop_tui.tui.dialogs.say_yes:YesDialog",
    "learn": "cop_tui.tui.dialogs.learn:learn_dialog",
    "tell": "cop_tui.tui.dialogs.tell:tell_dialog",
    "contact": "cop_tui.tui.dialogs.contact:ContactDialog",
    "how-often": "cop_tui.tui.dialogs.how_often:HowOftenDialog",
    "merge": "cop_tui.tui.dialogs.merge:MergeDialog",
    "edit": "cop_tui.tui.dialogs.edit:edit_dialog",
    "stage": "cop_tui.tui.dialogs.community:StageDialog",
    "level": "cop_tui.tui.dialogs.community:LevelDialog",
    "join": "cop_tui.tui.dialogs.community:JoinDialog",
    "leave": "cop_tui.tui.dialogs.community:LeaveDialog",
    "takers": "cop_tui.tui.dialogs.community:TakersDialog",
    "checklists": "cop_tui.tui.dialogs.checklists:ChecklistsDialog",
    "behind": "cop_tui.tui.dialogs.behind:BehindDialog",
    "rhythm": "cop_tui.tui.dialogs.edit:RhythmDialog",
    "me": "cop_tui.tui.dialogs.edit:MemberDialog",
    "you": "cop_tui.tui.screens.record:own_page",
    "welcome": "cop_tui.tui.dialogs.welcome:WelcomeDialog",
    "new": "cop_tui.tui.dialogs.new:new_dialog",
    "search": "cop_tui.tui.dialogs.search:SearchDialog",
    "settings": "cop_tui.tui.dialogs.settings:SettingsDialog",
    "tick": "cop_tui.tui.dialogs.tick:TickDialog",
    "post": "cop_tui.tui.dialogs.post:PostDialog",
    "their-answer": "cop_tui.tui.dialogs.their_answer:TheirAnswerDialog",
    "one-date": "cop_tui.tui.dialogs.one_date:OneDateDialog",
    "value": "cop_tui.tui.dialogs.value:ValueDialog",
    "day-off": "cop_tui.tui.dialogs.resting:DayOffDialog",
    "pause": "cop_tui.tui.dialogs.resting:PauseDialog",
    "resume": "cop_tui.tui.dialogs.resting:ResumeDialog",
    "link": "cop_tui.tui.dialogs.link:LinkDialog",
    "write": "cop_tui.tui.screens.writing:writing_screen",
    "editor": "cop_tui.tui.screens.in_editor:InEditorScreen",
    "reflect": "cop_tui.tui.dialogs.reflect:ReflectDialog",
    "another-day": "cop_tui.tui.dialogs.another_day:AnotherDayDialog",
    "start": "cop_tui.tui.dialogs.start:StartDialog",
    "merge-subject": "cop_tui.tui.dialogs.merge_subject:MergeSubjectDialog",
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
    Action(
        id="verb.share",
        key="s",
        name="Share",
        help="Note what you care about",
        do="app.open('share')",
        foot="share",
    ),
    Action(
        id="verb.invite",
        key="i",
        name="Invite",
        help="Make an invitation, or propose something",
        do="app.open('invite')",
        foot="invite",
    ),
    Action(
        id="verb.yes",
        key="y",
        name="Say yes",
        help="Say yes to what waits for you, or promise something",
        do="app.open('yes')",
        foot="yes",
    ),
    Action(
        id="verb.learn",
        key="l",
        name="Learn",
        help="Write down what you learned",
        do="app.open('learn')",
        foot="learn",
    ),
    Action(
        id="verb.tell",
        key="t",
        name="Tell",
        help="Tell the story as it goes",
        do="app.open('tell')",
        foot="tell",
    ),
    Action(
        id="verb.community",
        key="",
        name="A new community",
        help="Note a community that is, or one that could be",
        do="app.open('new', ('communities',))",
    ),
    Action(
        id="verb.person",
        key="",
        name="A new person",
        help="Note someone you know, or just met",
        do="app.open('new', ('people',))",
    ),
    Action(
        id="verb.goal",
        key="",
        name="A new goal",
        help="Note what you want to become able to do",
        do="app.open('new', ('goals',))",
    ),
    Action(
        id="verb.contact",
        key="",
        name="In touch",
        help="Note that you were in touch with someone",
        do="app.open('contact')",
    ),
    Action(
        id="verb.me",
        key="",
        name="Who you are",
        help="Your name, your addresses, where you belong, your time zone",
        do="app.open('me')",
    ),
    Action(
        id="app.settings",
        key="comma",
        name="Settings",
        help="The colours, how far Today looks, how much it suggests",
        do="app.open('settings')",
    ),
)
"""The verbs, and what else opens a dialog; they work anywhere."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="picking.yes",
        key="enter,ctrl+s",
        name="Say yes",
        help="Say it to the row that is marked",
        do="screen.keep",
        area=PICKING,
        foot="say yes",
        palette=False,
    ),
    Action(
        id="picking.up",
        key="up",
        name="Up",
        help="The row before",
        do="screen.pick(-1)",
        area=PICKING,
        palette=False,
    ),
    Action(
        id="picking.down",
        key="down",
        name="Down",
        help="The next row",
        do="screen.pick(1)",
        area=PICKING,
        foot="choose",
        palette=False,
    ),
    Action(
        id="writing.keep",
        key="ctrl+s",
        name="Keep",
        help="Write it down",
        do="screen.keep",
        area=WRITING,
        foot="keep",
        palette=False,
    ),
    Action(
        id="writing.break-line",
        key="enter",
        name="New line",
        help="Go on in a new line",
        do="break_line",
        area=WRITING,
        palette=False,
    ),
    Action(
        id="writing.editor",
        key="ctrl+e",
        name="In the editor",
        help="Go on in your own editor, and come back with the text",
        do="screen.write",
        area=WRITING,
        foot="editor",
        palette=False,
    ),
    Action(
        id="choosing.next",
        key="right,space",
        name="The next one",
        help="Choose the one after",
        do="choose(1)",
        area=CHOOSING,
        foot="choose",
        palette=False,
    ),
    Action(
        id="choosing.before",
        key="left",
        name="The one before",
        help="Choose the one before",
        do="choose(-1)",
        area=CHOOSING,
        palette=False,
    ),
    Action(
        id="dialog.keep",
        key="enter,ctrl+s",
        name="Keep",
        help="Write it down; in a text of several lines with ctrl+s",
        do="keep",
        area=DIALOG,
        foot="keep",
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
        id="searching.open",
        key="enter",
        name="Open",
        help="Open the record that is marked",
        do="screen.open_found",
        area=SEARCHING,
        foot="open",
        palette=False,
    ),
    Action(
        id="searching.down",
        key="down",
        name="Down",
        help="The next one that was found",
        do="screen.pick(1)",
        area=SEARCHING,
        foot="choose",
        palette=False,
    ),
    Action(
        id="searching.up",
        key="up",
        name="Up",
        help="The one before",
        do="screen.pick(-1)",
        area=SEARCHING,
        palette=False,
    ),
    Action(
        id="searching.leave",
        key="escape",
        name="Leave",
        help="Close it; the words stay for the next time",
        do="screen.leave",
        area=SEARCHING,
        foot="leave",
        palette=False,
    ),
    Action(
        id="link.open",
        key="enter",
        name="Open",
        help="Open the page in your browser",
        do="open_page",
        area=LINK,
        foot="open",
        palette=False,
    ),
    Action(
        id="link.copy",
        key="Y",
        name="Copy",
        help="Copy the address to the clipboard",
        do="copy",
        area=LINK,
        foot="copy",
        palette=False,
    ),
    Action(
        id="link.leave",
        key="escape",
        name="Leave",
        help="Close it; nothing is opened",
        do="leave",
        area=LINK,
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

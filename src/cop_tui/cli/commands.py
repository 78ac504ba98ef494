"""The table of commands: where each one is and what it does in a line."""

from cop_tui.cli.lazy import Entry

SECTIONS: dict[str, dict[str, Entry]] = {
    "The day": {
        "today": Entry("cop_tui.cli.today:today", "What is due, what waits, what comes next."),
        "checkin": Entry("cop_tui.cli.opening:checkin", "Open the app on the check-in."),
        "skip": Entry("cop_tui.cli.resting:skip", "Leave out a day's check-in without breaking the rhythm."),
        "pause": Entry("cop_tui.cli.resting:pause", "Pause the check-ins for a while."),
        "resume": Entry("cop_tui.cli.resting:resume", "End a pause."),
    },
    "Ask, share, invite, say yes, learn, tell": {
        "ask": Entry("cop_tui.cli.asking:ask", "Note what someone cares about."),
        "share": Entry("cop_tui.cli.asking:share", "Note what you care about."),
        "invite": Entry("cop_tui.cli.inviting:invite", "Write down an invitation or proposal that you make."),
        "revise": Entry(
            "cop_tui.cli.inviting:revise", "Change an invitation that you made, and tell those whom you asked."
        ),
        "withdraw": Entry("cop_tui.cli.inviting:withdraw", "Take back an invitation that you made."),
        "yes": Entry("cop_tui.cli.answering:yes", "Say yes to an invitation, or make a promise of your own."),
        "maybe": Entry("cop_tui.cli.answering:maybe", "Say maybe to an invitation."),
        "no": Entry("cop_tui.cli.answering:no", "Say no to an invitation."),
        "learn": Entry("cop_tui.cli.learning:learn", "Write down what you learned."),
        "climb": Entry("cop_tui.cli.learning:climb", "Move something learned up a rung."),
        "tell": Entry("cop_tui.cli.telling:tell", "Write down a piece of the story."),
        "contact": Entry("cop_tui.cli.asking:contact", "Write down that you were in touch with someone."),
    },
    "Promises": {
        "showed-up": Entry("cop_tui.cli.commitments:showed_up", "You were there, or you did it."),
        "missed": Entry("cop_tui.cli.commitments:missed", "You were not there."),
        "excuse": Entry("cop_tui.cli.commitments:excuse", "You said in time that you can't come."),
        "release": Entry("cop_tui.cli.commitments:release", "It was called off by the host."),
        "move": Entry("cop_tui.cli.commitments:move", "Give a promise another day."),
    },
    "Communities and goals": {
        "community": Entry("cop_tui.cli.communities:community", "Your communities: add, stage, show and more."),
        "goal": Entry("cop_tui.cli.goals:goal", "Your development goals: add, reached, drop."),
        "sparks": Entry("cop_tui.cli.search:sparks", "Communities that could be, and why."),
    },
    "Look": {
        "list": Entry("cop_tui.cli.lists:list_kind", "Everything of one kind."),
        "show": Entry("cop_tui.cli.lists:show", "One record in full."),
        "search": Entry("cop_tui.cli.search:search", "Find words in everything you keep."),
        "history": Entry("cop_tui.cli.keeping:history", "What was done, newest first."),
    },
    "Keep": {
        "me": Entry("cop_tui.cli.me:me", "Show or set who you are."),
        "remove": Entry("cop_tui.cli.lists:remove", "Take out a record."),
        "undo": Entry("cop_tui.cli.keeping:undo", "Take back what was done last."),
        "import": Entry("cop_tui.cli.exchanging:import_files", "Read invitations and notebooks from files."),
        "export": Entry("cop_tui.cli.exchanging:export", "Write your journal, your calendar or your whole notebook."),
        "backup": Entry("cop_tui.cli.keeping:backup", "Copies of the notebook: list, make, restore."),
        "doctor": Entry("cop_tui.cli.keeping:doctor", "Look whether the notebook is sound."),
        "where": Entry("cop_tui.cli.keeping:where", "Where your files are."),
        "demo": Entry("cop_tui.cli.opening:demo", "Open the app on a sample notebook."),
    },
}
"""Every command of the top level, by section and name."""

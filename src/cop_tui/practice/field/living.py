"""What a member does and what it means: the five ways, the cycles of value, manners, readings."""

from collections.abc import Mapping
from types import MappingProxyType

from cop_tui.domain.story import Value
from cop_tui.practice.field.shapes import ValueText, Verse

FIVE_WAYS: tuple[Verse, ...] = (
    Verse("ask", "Ask", "Ask people what they care about."),
    Verse("share", "Share", "Say what you care about."),
    Verse("invite", "Invite", "Make an invitation, or propose something."),
    Verse("say-yes", "Say yes", "Say yes, and show up."),
    Verse("tell", "Tell", "Tell the story as you go."),
)
"""The five ways to start right away."""

LEARN = Verse("learn", "Learn", "Write down what you learn, and from whom.")
"""What goes with the five ways."""

VALUE_TEXTS: Mapping[Value, ValueText] = MappingProxyType(
    {
        one.value: one
        for one in (
            ValueText(
                Value.IMMEDIATE,
                "Immediate",
                "It was good to be there.",
                "What was good about it, there and then?",
            ),
            ValueText(
                Value.POTENTIAL,
                "Potential",
                "You took something away: an idea, a contact, courage.",
                "What did you take away?",
            ),
            ValueText(
                Value.APPLIED,
                "Applied",
                "You used it.",
                "Where did you use it?",
            ),
            ValueText(
                Value.REALISED,
                "Realised",
                "It made a difference, to you or to others.",
                "What is different because of it?",
            ),
            ValueText(
                Value.REFRAMING,
                "Reframing",
                "You look at success in another way now.",
                "What do you call a success now that you didn't before?",
            ),
        )
    }
)
"""The cycles in which value shows (Wenger, Trayner & de Laat 2011); a story may start in any and need not fill all."""

MANNERS: tuple[Verse, ...] = (
    Verse("yes-is-a-promise", "A yes is a promise", "It keeps a place for you; others plan with it."),
    Verse("say-so-early", "Say so early", "If you can't come, say so as soon as you know. That is all it takes."),
    Verse("a-word-after", "A word after", "If you missed it, a word to the host afterwards does good."),
    Verse("asked-about", "Asked about", "Who stays away three times without a word is asked how they are."),
    Verse("days-off", "Days off", "A day off, a holiday, an illness: say so, and your rhythm holds."),
    Verse("yours", "It is yours", "All that you keep here can leave in formats that other programs read."),
)
"""The manners that communities ask for, and what you can count on here."""

READINGS: tuple[Verse, ...] = (
    Verse(
        "kept",
        "Kept",
        "The promises that you kept among those that you kept or missed, with their numbers. Excused in time and "
        "called off stand beside it. A percentage shows from five on.",
    ),
    Verse(
        "pulse",
        "Pulse",
        "The days since a community's last activity, against its rhythm: within one lively, within two steady, longer "
        "quiet. Without a rhythm it stays unknown.",
    ),
    Verse(
        "elements",
        "Elements",
        "What nourished the focus, the people and the practice of a community over three times its rhythm, with the "
        "entries that it rests on.",
    ),
    Verse(
        "give-and-take",
        "Give and take",
        "What you gave (asked, invited, introduced, helped, told) beside what you took (learned, were helped).",
    ),
    Verse("depth", "Depth", "The learning entries that came to their second and third rung."),
    Verse("reach", "Reach", "The people you met or asked this quarter, and how many of them again since."),
    Verse(
        "stay-in-touch",
        "Stay in touch",
        "The days since your last contact with someone, against how often you want to be in touch. It shows seven days "
        "ahead.",
    ),
    Verse(
        "rhythm",
        "Rhythm",
        "The days in a row with a check-in, and the longest such run. Days that you skip or pause don't break it.",
    ),
    Verse("load", "Load", "The yeses that you already gave in the week of an invitation, before you give another."),
    Verse(
        "still-coming",
        "Still coming?",
        "A yes is asked about once, a day before or as long before as its community says.",
    ),
    Verse(
        "ask-again",
        "Ask again",
        "Something learned, or a story of value, comes back after 30 and 90 days: did you use it, what came of it?",
    ),
)
"""What each reading shows, all from your own entries."""

"""The forms: which blanks each kind of record has."""

from cop_tui.domain.commitment import Promise
from cop_tui.domain.community import Element
from cop_tui.domain.interest import Depth
from cop_tui.domain.invitation import Offer
from cop_tui.practice.field import ELEMENT_TEXTS
from cop_tui.tui.dialogs import fields
from cop_tui.tui.dialogs.forms import kinds
from cop_tui.tui.dialogs.forms.blank import Form
from cop_tui.tui.dialogs.forms.communities import COMMUNITY
from cop_tui.tui.dialogs.forms.gatherings import last_moment, recipients, sender, series
from cop_tui.tui.dialogs.forms.pages import links, purpose
from cop_tui.tui.dialogs.forms.people import channels, contacts, emails
from cop_tui.tui.dialogs.share import DEPTHS
from cop_tui.tui.widgets.choice import Option

ELEMENTS = (
    Option("", "all of it", "nothing in particular"),
    *(Option(one.value, ELEMENT_TEXTS[one].title.casefold(), ELEMENT_TEXTS[one].text) for one in Element),
)
"""The three elements, as a choice."""

DEPTH = tuple(Option(Depth.CURIOUS.value, one.name, "") if not one.value else one for one in DEPTHS)
"""How deep someone is in a subject, as a choice."""

PERSON: Form = (
    kinds.line("name", "name", hint="as you know them"),
    emails(),
    kinds.line("at", "organisation", hint="where they work or belong"),
    channels(),
    kinds.days("in touch", "reconnect_every", hint="days after which you like to be in touch again"),
    contacts(),
    kinds.text("note", "note", hint="whatever is good to remember"),
)
"""The form of a person."""

INTEREST: Form = (
    kinds.line("subject", "subject", hint="what it is", completes=fields.subjects),
    kinds.choice("depth", "depth", Depth, DEPTH),
    kinds.line("in words", "note", hint="what exactly"),
    kinds.several("also called", "aliases", hint="rust-lang, another name"),
    kinds.moment("said", "on"),
)
"""The form of an interest."""

INVITATION: Form = (
    kinds.line("to what", "title"),
    kinds.choice(
        "it is",
        "kind",
        Offer,
        (Option(Offer.INVITATION.value, "an invitation"), Option(Offer.PROPOSAL.value, "a proposal")),
    ),
    sender(),
    recipients(),
    kinds.community(),
    kinds.start(),
    last_moment(),
    series(),
    kinds.line("where", "place", hint="a room, a corner of the park"),
    kinds.line("link", "link", hint="where on-line"),
    kinds.text("in words", "note", hint="what is said about it"),
)
"""The form of an invitation."""

COMMITMENT: Form = (
    kinds.line("what", "what"),
    kinds.choice(
        "promise",
        "kind",
        Promise,
        (Option(Promise.SHOW_UP.value, "to be there"), Option(Promise.DO.value, "to do it")),
    ),
    kinds.community(),
    kinds.start(),
    last_moment(),
    kinds.text("reflection", "reflection", hint="how it was, what you take away"),
)
"""The form of a promise."""

GOAL: Form = (
    kinds.line("goal", "text", hint="what you want to become able to do"),
    kinds.line("why", "why", hint="what for"),
    kinds.a_day("by", "by"),
)
"""The form of a goal."""

LEARNING: Form = (
    kinds.line("I learned", "text"),
    kinds.people("from"),
    kinds.community(),
    kinds.goal(),
    purpose(),
    kinds.moment("when", "on"),
    kinds.tags(),
    links(),
)
"""The form of something learned."""

STORY: Form = (
    kinds.text("story", "body", hint="what happened"),
    kinds.line("title", "title", hint="if it has one"),
    kinds.community(),
    kinds.people("with"),
    kinds.choice("about", "element", Element, ELEMENTS),
    kinds.moment("when", "on"),
    kinds.tags(),
    kinds.yes_or_no("star", "starred", "starred", "no star"),
)
"""The form of a story."""

CHECK_IN: Form = (
    kinds.line("note", "note", hint="why the day was off, if you like"),
    kinds.a_day("pause until", "until", hint="the last day of a pause"),
)
"""The form of a check-in."""

FORMS: dict[str, Form] = {
    "people": PERSON,
    "interests": INTEREST,
    "communities": COMMUNITY,
    "invitations": INVITATION,
    "commitments": COMMITMENT,
    "goals": GOAL,
    "learning": LEARNING,
    "stories": STORY,
    "check_ins": CHECK_IN,
}
"""The form of each table's records; who the member is has a dialog of its own."""

"""The writing mode: nothing on the screen but the text, and one faint line below it. No text is lost here.

What is kept goes into the notebook, as often as the member likes. What is not kept yet stays as a draft when the page
is left, is kept when the app ends, and goes to a file of its own where it can't be kept at all.
"""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Element
from cop_tui.domain.errors import CopError, NotFound
from cop_tui.domain.story import Story
from cop_tui.exchange.editor import put_aside
from cop_tui.practice.phrases import counted
from cop_tui.practice.tell import rewrite, tell, written
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.editor import edited
from cop_tui.tui.keys import story as keys
from cop_tui.tui.markup import Piece, line, literal
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell as toast
from cop_tui.tui.toasts import tell_error
from cop_tui.tui.tones import FAINT, SOFT
from cop_tui.tui.widgets.lines import Lines

PROMPT = "prompt"
"""What the page is about where it is about a prompt: then come its question, its community and its element."""


def writing_screen(desk: Desk, about: tuple[str, ...] = ()) -> "WritingScreen":
    """Return a page to write on: a story to go on with, a new one under a prompt, or a new one."""
    return WritingScreen(desk, about)


class WritingScreen(ModalScreen[Change | None]):
    """A page."""

    BINDINGS: ClassVar = actions.bindings(keys.PAGE)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - so Textual has it

    def __init__(self, desk: Desk, about: tuple[str, ...] = ()) -> None:
        """Take the desk, and what the page is about."""
        super().__init__()
        self.css_path = [sheet("writing")]
        self.desk = desk
        """What to work with."""
        self.about = about
        """The id of a story, or a prompt's question, community and element; nothing for a new page."""
        self._story = desk.book.stories.get(about[0]) if about else None
        self._kept = written(self._story) if self._story else ""
        self._text = self._kept
        self._is_draft = self._take_draft()

    @property
    def prompt(self) -> tuple[str, str, str]:
        """The question under which it is written, with the ids of its community and its element; empty without one."""
        if self.about[:1] != (PROMPT,):
            return "", "", ""
        question, community, element = self.about[1:4]
        return question, community, element

    def compose(self) -> ComposeResult:
        """Put the text in the middle, the prompt above it where it came from one, a faint line below."""
        with Vertical(id="desk"):
            prompt = Static(literal(self.prompt[0], FAINT), markup=False, id="prompt")
            prompt.display = bool(self.prompt[0])
            yield prompt
            yield Lines(self._text, hint="Write. A first line with # becomes the title.", id="sheet")
            yield Static(markup=False, id="foot")

    def on_mount(self) -> None:
        """Go on at the end of the text."""
        box = self.query_one(Lines)
        box.move_cursor(box.document.end)
        box.focus()
        self._show_foot()

    def on_unmount(self) -> None:
        """Keep what is not kept yet where the app ends without the page being left."""
        if self._is_unkept and not self._is_left:
            self._keep_somewhere()

    @on(TextArea.Changed)
    def count(self, event: TextArea.Changed) -> None:
        """Count the words."""
        self._text = event.text_area.text
        self._show_foot()

    def action_keep(self) -> None:
        """Write it down and go on; where that can't be, say why: the text stays.

        Note: Writes to the notebook.
        """
        try:
            change = self._keep()
        except NotFound:
            self._story = None
            toast(self.app, "It was removed meanwhile; keep it again, and it is a new story")
        except CopError as error:
            tell_error(self.app, error)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the text comes first
            told = CopError(f"It could not be kept: {error}")
            put_aside(self._text, told)
            tell_error(self.app, told)
        else:
            toast(self.app, change.sentence, undo=bool(change))
        self._show_foot()

    def action_write(self) -> None:
        """Go on in the member's editor, and come back with the text.

        Note: Gives the terminal to the editor until it ends.
        """
        box = self.query_one(Lines)
        try:
            box.value = edited(self.app, box.value)
        except CopError as error:
            tell_error(self.app, error)

    def action_leave(self) -> None:
        """Go back; what is not kept yet waits here as a draft."""
        self._is_left = True
        if self._is_unkept:
            base = {"title": self._story.title, "body": self._story.body} if self._story else {}
            self.desk.drafts[self._draft] = {"text": self._text, **base}
            toast(self.app, "What is not kept yet waits on this page for you")
        self.dismiss(None)

    _is_left = False

    @property
    def _draft(self) -> tuple[str, ...]:
        return ("write", *self.about)

    @property
    def _is_unkept(self) -> bool:
        return self._text != self._kept and bool(self._text.strip())

    def _take_draft(self) -> bool:
        """Go on with what was left here, on the story as it was then."""
        draft = self.desk.drafts.pop(self._draft, None)
        if draft is None:
            return False
        self._text = draft["text"]
        if self._story:
            self._story = replace(self._story, title=draft.get("title", ""), body=draft.get("body", ""))
        return True

    def _keep(self) -> Change:
        """Write it down, on top of what others wrote meanwhile."""
        self.desk.poll()
        book = self.desk.book
        change = self._change(book)
        self.desk.do(change, base=book)
        put = next((one for one in change.put if isinstance(one, Story)), self._story)
        self._story = self.desk.book.stories.get(put.id) if put else None
        self._is_draft = False
        if self._story and self._story.body.strip() not in self._text:
            self.query_one(Lines).value = self._text = written(self._story)
        self._kept = self._text
        return change

    def _change(self, book: Book) -> Change:
        now = self.desk.now()
        if self._story:
            return rewrite(book, self._story, self._text, now=now)
        _, community, element = self.prompt
        return tell(
            book,
            self._text,
            now=now,
            community=book.communities.get(community),
            element=Element(element) if element else None,
        )

    def _keep_somewhere(self) -> None:
        try:
            self._keep()
        except Exception as error:  # noqa: BLE001 - the app ends; a file is the last place
            put_aside(self._text, CopError(str(error)))

    def _show_foot(self) -> None:
        signs = {name: actions.BY_ID[name].sign for name in ("writing.keep", "writing.editor", "blank-page.leave")}
        keep, editor, leave = signs.values()
        state = "not kept yet" if self._is_unkept else "kept" if self._story else ""
        words: list[Piece] = [(counted(len(self._text.split()), "word"), SOFT)]
        words += [(f"  {state}" if state else "", FAINT), ("  as you left it" if self._is_draft else "", FAINT)]
        how = f"{keep} keep   {editor} editor   {leave} leave"
        self.query_one("#foot", Static).update(Content("   ").join((line(*words), literal(how, FAINT))))

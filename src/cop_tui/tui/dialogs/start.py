"""Start: a community of those who care about one subject, with a proposal to them."""

from collections.abc import Iterable
from typing import ClassVar

import msgspec
from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.practice.discovery import Spark, spark_about
from cop_tui.practice.start import EARLY, Start, drafted, start_community
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, TextField, people_field, subjects
from cop_tui.tui.dialogs.naming import people_in, shown
from cop_tui.tui.markup import line, literal
from cop_tui.tui.tones import FAINT, SOFT, TITLE


class StartDialog(Dialog):
    """What it is called, with whom, what is known already, what is said to them. It is about an interest."""

    TITLE_WORDS: ClassVar[str] = "Start a community"
    WHY: ClassVar[str] = "it begins as an idea, with a few conversations"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in from the spark."""
        book, spark = self.desk.book, self._spark()
        draft = drafted(book, spark, now=self.desk.now()) if spark else Start(name="", people=())
        filled = _filled(draft)
        yield Static(literal(spark.why if spark else "", SOFT), markup=False, classes="told")
        yield Field("name", "name", value=shown(draft.name), hint="what it is to be called")
        yield Field("about", "subject", value=shown(draft.subject), completes=subjects(book), commas=False)
        yield people_field(book, "with", spark.people if spark else ())
        yield Static(line((EARLY.title, TITLE), ("  what you know already", FAINT)), markup=False, classes="told")
        for item in EARLY.items:
            yield Static(literal(item.text, FAINT), markup=False)
            answer = Field("", item.key, value=filled[item.key])
            answer.add_class("-bare")
            yield answer
        yield Static(line(("The proposal", TITLE), ("  goes to all of them", FAINT)), markup=False, classes="told")
        yield Field("title", "title", value=filled["title"])
        yield TextField("in words", "words", value=filled["words"])

    def on_mount(self) -> None:
        """Take the room that its questions need."""
        self.query_one("#box").add_class("-roomy")

    def make(self) -> Change:
        """Return the change that makes it: the community, its notes and the proposal."""
        book, spark = self.desk.book, self._spark()
        start = Start(
            name=self.words("name"),
            subject=self.words("subject"),
            people=tuple(people_in(book, self.words("people"), spark.people if spark else ())),
            notes={item.key: self.words(item.key) for item in EARLY.items},
            title=self.words("title"),
            words=self.words("words"),
        )
        return start_community(book, start, now=self.desk.now())

    @on(Input.Changed, "#people")
    def follow_people(self) -> None:
        """Let what was filled in speak of those who are named now; what the member wrote stays."""
        spark = self._spark()
        people = people_in(self.desk.book, self.words("people"), spark.people if spark else ())
        named = {one.id for one in people if isinstance(one, Person)}
        left = tuple(one for one in spark.people if one in named) if spark else ()
        if spark is None or not left:
            return
        draft = drafted(self.desk.book, msgspec.structs.replace(spark, people=left), now=self.desk.now())
        filled = _filled(draft)
        for box in self._boxes():
            field = box.id or ""
            if field in filled and self.touched(field) is None and box.value != filled[field]:
                box.value = self._start[field] = filled[field]

    def _spark(self) -> Spark | None:
        interest = next((one for each in self.about if (one := self.desk.book.interests.get(each))), None)
        return spark_about(self.desk.book, interest.subject) if interest else None


def _filled(draft: Start) -> dict[str, str]:
    """Return what stands at first in the fields that speak of people."""
    notes = {item.key: draft.notes.get(item.key, "") for item in EARLY.items}
    return {key: shown(words) for key, words in ({"title": draft.title, "words": draft.words} | notes).items()}

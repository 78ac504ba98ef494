"""Stories of somebody else's journal on their way into a book: each once, and what was removed stays away."""

from datetime import datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.record import derived_id
from cop_tui.domain.story import Story
from cop_tui.exchange.intake import Intake, Tally, sentence_of, word_for

KIND = word_for(Story)
"""The word under which entries are counted."""


class Shelf:
    """Takes stories one after another, and counts what came of each."""

    def __init__(self, book: Book, tally: Tally, now: datetime) -> None:
        """Take into this book, count in this tally; `now` is the moment of reading, in the member's zone."""
        self.book = book
        """What was known before."""
        self.tally = tally
        """What is counted in."""
        self.now = now
        """The moment of reading."""
        self._put: dict[str, Story] = {}
        self._seen: dict[tuple[str, ...], int] = {}

    def id_of(self, *words: str) -> str:
        """Return the id of an entry that has none of its own: of two that say the same, each its own."""
        self._seen[words] = self._seen.get(words, 0) + 1
        return derived_id(*words, str(self._seen[words]))

    def keep(self, story: Story) -> None:
        """Take a story of which nothing tells when it changed: what is there already stays as it is."""
        if story.id in self._put or self.book.find(story.id) is not None or self._stays_away(story.id):
            self.tally.unchanged += 1
        else:
            self._add(story)

    def weigh(self, story: Story) -> None:
        """Take a story that says when it was updated: the newer words count, what was added to them here stays."""
        known = self._put.get(story.id) or self.book.stories.get(story.id)
        if known is None and (story.id not in self.book.gone or story.updated > self.book.gone[story.id].on):
            self._add(story)
        elif known is not None and story.updated > known.updated:
            words = {name: getattr(story, name) for name in ("on", "title", "body", "tags", "starred", "updated")}
            self._put[story.id] = msgspec.structs.replace(known, **words)
            self.tally.changed[KIND] += 1
        else:
            self._stays_away(story.id)
            self.tally.unchanged += 1

    def intake(self) -> Intake:
        """Return what was taken, as one change."""
        count = self.tally.added[KIND] + self.tally.changed[KIND]
        change = Change(sentence=sentence_of(count, (self.tally.file,)), at=self.now, put=tuple(self._put.values()))
        return self.tally.intake(self.book.apply(change), change)

    def _add(self, story: Story) -> None:
        self._put[story.id] = story
        self.tally.added[KIND] += 1

    def _stays_away(self, story_id: str) -> bool:
        if story_id not in self.book.gone:
            return False
        self.tally.note("what you removed since stays removed")
        return True

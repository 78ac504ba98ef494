"""The bytes of a file in pieces: the same as in one, and not all of them in memory."""

import json
import tracemalloc
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.change import Change
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.practice.tell import tell
from cop_tui.storage.codec import TOGETHER, Tables, decode_tables, encode_tables, pieces_of
from cop_tui.storage.notebook import Notebook

RAW = st.sampled_from([msgspec.Raw(b'{"id":"a"}'), msgspec.Raw(b'{"id":"b","note":"\xc3\xa4\\n"}'), msgspec.Raw(b"{}")])


def joined(tables: Tables) -> bytes:
    """Return the pieces as one."""
    return b"".join(pieces_of(tables))


@given(st.dictionaries(st.text(max_size=5), st.dictionaries(st.text(max_size=5), RAW, max_size=5), max_size=5))
def test_tables_are_told_as_json_is(tables: Tables) -> None:
    """Whatever they are called and however many there are, of documents or of tables."""
    assert joined(tables) == encode_tables(tables) == msgspec.json.encode(tables)


@pytest.mark.parametrize("count", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
def test_many_documents_are_told_as_json_is(count: int) -> None:
    """Around the number of those that are encoded at once, nothing is lost and nothing comes twice."""
    documents = {str(number): msgspec.Raw(b'{"id":"%d"}' % number) for number in range(count)}
    tables = {"before": {}, "many": documents, "after": {"1": msgspec.Raw(b"{}")}}

    written = joined(tables)

    assert written == encode_tables(tables)
    assert list(json.loads(written)["many"]) == list(documents)
    assert decode_tables(written) == tables


def test_a_long_notebook_is_not_held_twice(tmp_path: Path, now: datetime) -> None:
    """A change, and the backup before the first one of a day, take a small part of its size in memory besides it."""
    stories = (fresh(Story, now, on=now, body=f"{number} " + "x" * 60) for number in range(8 * TOGETHER))
    notebook = Notebook.open(tmp_path / "notebook.json", now=now)
    notebook.apply(Change(sentence="Began", at=now, put=tuple(stories)))
    size = notebook.path.stat().st_size
    notebook = Notebook.open(notebook.path, now=now)
    notebook.apply(tell(notebook.book, "It rained.", now=now + timedelta(days=1)))
    change = tell(notebook.book, "It cleared.", now=now + timedelta(days=2))
    tracemalloc.start()

    notebook.apply(change)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 20_000_000
    assert most < size / 2
    assert len(notebook.backups()) == 3

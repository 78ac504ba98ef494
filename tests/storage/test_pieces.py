"""The bytes of a file in pieces: the same as in one, and not all of them in memory."""

import json
import tracemalloc
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.storage.codec import TOGETHER, Tables, decode_tables, encode_tables, pieces_of
from cop_tui.storage.json_storage import JsonStorage

RAW = st.sampled_from([msgspec.Raw(b'{"id":"a"}'), msgspec.Raw(b'{"id":"b","note":"\xc3\xa4\\n"}'), msgspec.Raw(b"{}")])


@given(st.dictionaries(st.text(max_size=5), st.dictionaries(st.text(max_size=5), RAW, max_size=5), max_size=5))
def test_tables_are_told_as_json_is(tables: Tables) -> None:
    """Whatever they are called and however many there are, of documents or of tables."""
    assert encode_tables(tables) == msgspec.json.encode(tables)


@pytest.mark.parametrize("count", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
def test_many_documents_are_told_as_json_is(count: int) -> None:
    """Around the number of those that are encoded at once, nothing is lost and nothing comes twice."""
    documents = {str(number): msgspec.Raw(b'{"id":"%d"}' % number) for number in range(count)}
    tables = {"before": {}, "many": documents, "after": {"1": msgspec.Raw(b"{}")}}

    written = encode_tables(tables)

    assert written == msgspec.json.encode(tables)
    assert list(json.loads(written)["many"]) == list(documents)
    assert decode_tables(written) == tables


def test_a_long_notebook_is_not_held_twice(tmp_path: Path) -> None:
    """To write it takes a small part of its size in memory, beyond what it is kept in."""
    text = b'{"id":"%d","text":"' + b"x" * 280 + b'"}'
    tables = {"stories": {str(number): msgspec.Raw(text % number) for number in range(20_000)}}
    storage = JsonStorage(tmp_path / "notebook.json")
    storage.save(tables)
    tracemalloc.start()

    storage.save(tables)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = storage.path.stat().st_size
    assert size > 6_000_000
    assert most < size / 3
    assert sum(len(piece) for piece in pieces_of(tables)) == size

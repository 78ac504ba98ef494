"""From bytes to records: whole, or a reason why not."""

import json

import pytest

from cop_tui.domain.book import TABLES
from cop_tui.storage import migrations
from cop_tui.storage.reading import Foreign, Newer, Understood, Unsound, nothing, understand

ANA = '{"id":"1","created":"2026-11-23T08:00:00Z","updated":"2026-11-23T08:00:00Z","name":"Ana"}'


def parts(found: Understood) -> tuple[dict[str, list[str]], list[str], int]:
    """Return the tables with the numbers of their documents, the people's names and the schema."""
    tables = {name: list(table) for name, table in found.documents.tables.items() if table}
    return tables, [one.name for one in found.book.people.values()], found.schema


WHOLE = json.dumps({"meta": {"1": {"schema": 1}}} | {name: {} for name in (*TABLES, "history")}).encode()


@pytest.mark.parametrize(
    "data", [b"{}", WHOLE, b'{"meta":{"1":{"schema":1}}}', b'{"meta":{"1":{"schema":1}},"people":{}}']
)
def test_a_notebook_in_which_nothing_is_kept_is_one(data: bytes) -> None:
    """It has every table, and its schema."""
    assert ({"meta": ["1"]}, [], 1) == parts(understand(data)) == parts(nothing())
    assert {*TABLES, "meta", "history"} == set(understand(data).documents.tables)
    assert [] == list(nothing().book.records())
    assert b'"schema":1' in bytes(nothing().documents.tables["meta"]["1"])


@pytest.mark.parametrize("table", ["", ',"_default":{"1":{"todo":"milk"}}'])
def test_records_are_read_with_what_stands_beside_them(table: str) -> None:
    """A table of somebody else's is kept."""
    found = understand(f'{{"meta":{{"1":{{"schema":1}}}},"people":{{"7":{ANA}}}{table}}}'.encode())

    others = {"_default": ["1"]} if table else {}
    assert ({"meta": ["1"], "people": ["7"]} | others, ["Ana"], 1) == parts(found)


def test_an_older_notebook_is_brought_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """In memory; the schema that it had is told."""
    monkeypatch.setattr(migrations, "STEPS", [lambda plain: plain["people"]["1"].update(name="ANA")])

    found = understand(f'{{"meta":{{"1":{{"schema":1}}}},"people":{{"1":{ANA}}}}}'.encode())

    assert ({"meta": ["1"], "people": ["1"]}, ["ANA"], 1) == parts(found)
    assert b'{"schema":2}' == bytes(found.documents.tables["meta"]["1"])


def test_a_newer_notebook_says_which_schema_it_has() -> None:
    """One that this version does not know."""
    with pytest.raises(Newer, match=r"^schema 3$") as newer:
        understand(b'{"meta":{"1":{"schema":3}}}')

    assert 3 == newer.value.schema


def test_what_is_no_notebook_is_told_apart() -> None:
    """Another program's tables are whole; ours without a schema are not."""
    with pytest.raises(Foreign):
        understand(b'{"_default":{}}')
    with pytest.raises(Unsound, match="which schema"):
        understand(b'{"people":{}}')


def test_a_notebook_of_this_schema_is_not_brought_anywhere() -> None:
    """Its history stays to the letter, also where another table stands beside it."""
    history = '{"added":{"people":{"1":"a mark"}}}'
    found = understand(f'{{"meta":{{"1":{{"schema":1}}}},"history":{{"1":{history}}},"theirs":{{}}}}'.encode())

    assert history.encode() == bytes(found.documents.tables["history"]["1"])

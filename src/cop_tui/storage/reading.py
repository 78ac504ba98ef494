"""From the bytes of a file to documents and a Book in the current schema, in memory."""

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.storage.codec import META, Documents, Unsound, decode_tables, empty_tables, schema_of
from cop_tui.storage.migrations import current_schema, migrate


class Newer(Exception):
    """The bytes are of a schema that this version does not know yet."""

    def __init__(self, schema: int) -> None:
        """Hold that `schema`."""
        super().__init__(f"schema {schema}")
        self.schema = schema


class Foreign(Exception):
    """The bytes are whole tables, but of some other program."""


class Understood(Struct, frozen=True):
    """What the bytes of a notebook mean."""

    documents: Documents
    """Its documents, in the current schema."""
    book: Book
    """Its records."""
    schema: int
    """The schema that the bytes had."""


def understand(data: bytes) -> Understood:
    """Decode a whole notebook; one of an older schema is brought to the current one, all in memory.

    Raises:
        Unsound: it is damaged.
        Newer: a newer version wrote it.
        Foreign: it is another program's.
    """
    if sound := Documents.read_whole(data, current_schema()):
        return Understood(*sound, current_schema())
    tables = decode_tables(data)
    if not tables:
        return nothing()
    if META not in tables and not any(table in tables for table in empty_tables(1)):
        raise Foreign
    schema = schema_of(tables)
    if schema > current_schema():
        raise Newer(schema)
    if schema < current_schema():
        tables = migrate(tables, schema)
    documents, book = Documents.read(empty_tables(schema) | tables)
    return Understood(documents, book, schema)


def nothing() -> Understood:
    """Return what a notebook is in which nothing is kept yet."""
    documents, book = Documents.read(empty_tables(current_schema()))
    return Understood(documents, book, current_schema())


__all__ = ["Foreign", "Newer", "Understood", "Unsound", "nothing", "understand"]

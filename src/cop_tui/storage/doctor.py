"""Look a notebook over without touching it: is it whole, what is in it, what could be better."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from cop_tui.domain.book import KINDS, TABLES
from cop_tui.domain.errors import CopError
from cop_tui.domain.gone import Gone
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record
from cop_tui.domain.references import referred
from cop_tui.storage.backups import Backup, Backups, read_backup, understood
from cop_tui.storage.codec import (
    HISTORY,
    META,
    Tables,
    Unsound,
    decode,
    decode_tables,
    is_number,
    place,
    said,
    schema_of,
)
from cop_tui.storage.disk import read_whole, real_path
from cop_tui.storage.history import is_sound
from cop_tui.storage.migrations import current_schema
from cop_tui.storage.salvage import ASIDE
from cop_tui.storage.snapshot import EMPTIED
from cop_tui.storage.tidying import lost

MANY = 10
"""How many findings of one sort are told one by one."""

MENDING = "cop-tui doctor --mend puts it right"
"""What to do about what can be mended."""

SAVING = "cop-tui doctor --mend saves what can be read; cop-tui backup list shows what can be brought back"
"""What to do about a file that cannot be opened."""

KEPT = "Remove it when you need it no longer"
"""What to do about what is kept beside the notebook."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the member should know."""

    text: str
    """What it is."""
    hint: str = ""
    """What to do about it; empty where there is nothing to do."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was found."""

    path: str
    """The notebook."""
    exists: bool
    """Whether there is a file."""
    whole: bool
    """Whether it can be opened from end to end."""
    schema: int | None
    """The schema that it says it has."""
    size: int
    """Its length in bytes."""
    records: dict[str, int]
    """How many documents each table holds."""
    undo: int
    """How many changes can be undone."""
    backups: int
    """How many backups there are."""
    newest_backup: str | None
    """The newest whole one."""
    findings: tuple[Finding, ...]
    """What the member should know."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The report as lines to print."""
        return tuple(_lines(self))


def examine(path: Path) -> Report:
    """Look a notebook over; nothing is written, and nothing that is wrong in it is raised."""
    real = real_path(path)
    backups = Backups(real).newest_first()
    data, findings = _bytes(real)
    tables: Tables = {}
    if data is not None and not findings:
        tables, findings = _opened(data, has_backups=bool(backups))
    broken = bool(findings)
    sound = _sound(tables) if tables and not broken else ()
    whole = not broken and not any(isinstance(one, _Broken) for one in sound)
    missing = _lost(data, backups) if data and whole else ()
    return Report(
        path=str(path),
        exists=data is not None,
        whole=whole,
        schema=_schema(tables),
        size=len(data or b""),
        records={name: len(table) for name, table in tables.items() if name not in (META, HISTORY)},
        undo=len(tables.get(HISTORY, {})),
        backups=len(backups),
        newest_backup=next((backup.name for backup in backups if backup.whole), None),
        findings=(*findings, *_few(sound), *missing, *_around(real, backups, exists=data is not None)),
    )


class _Broken(Finding, frozen=True, kw_only=True):
    """A finding because of which the notebook cannot be opened."""


def _bytes(path: Path) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the bytes of the file, none where there is no file; and why they cannot be read."""
    try:
        found = read_whole(path)
    except CopError as error:
        return b"", (Finding(text=error.sentence, hint=error.hint or ""),)
    return (found[0] if found else None), ()


def _opened(data: bytes, *, has_backups: bool) -> tuple[Tables, tuple[Finding, ...]]:
    if not data.strip():
        return {}, (Finding(text=f"It is not whole: {EMPTIED}", hint=SAVING),) if has_backups else ()
    try:
        tables = decode_tables(data)
        schema = schema_of(tables) if tables else current_schema()
    except Unsound as error:
        return {}, (Finding(text=f"It is not whole: {error}", hint=SAVING),)
    if schema > current_schema():
        return tables, (Finding(text=f"A newer cop-tui wrote it (schema {schema})", hint="Update cop-tui"),)
    return tables, ()


def _schema(tables: Tables) -> int | None:
    try:
        return schema_of(tables)
    except Unsound:
        return None


def _sound(tables: Tables) -> tuple[Finding, ...]:
    schema = schema_of(tables)
    if schema < current_schema():
        return (Finding(text=f"It has schema {schema}; it is brought to {current_schema()} when it is opened"),)
    records: dict[str, dict[str, Record]] = {}
    findings: list[Finding] = []
    for kind in KINDS:
        records[kind.table] = {}
        for number, raw in tables.get(kind.table, {}).items():
            findings += _added(kind, number, raw, records[kind.table])
    around = (*_unknown(tables), *_missing(tables), *_history(tables), *_numbers(tables))
    return (*findings, *_doubled(records), *_dangling(records), *around)


def _added(kind: type[Record], number: str, raw: msgspec.Raw, records: dict[str, Record]) -> Iterator[Finding]:
    try:
        record = decode(kind, raw)
    except (ValueError, RecursionError) as error:
        yield _Broken(
            text=f"Record {place(number)} of {kind.table} cannot be read: {said(error)}",
            hint=MENDING,
        )
        return
    if record.id in records:
        yield Finding(
            text=f"Two documents of {kind.table} have the id {record.id}; the one updated last counts",
            hint=MENDING,
        )
    records[record.id] = record


def _doubled(records: Mapping[str, Mapping[str, Record]]) -> Iterator[Finding]:
    graves = records[Gone.table]
    for table, held in records.items():
        for record_id in held:
            if table != Gone.table and record_id in graves:
                yield Finding(text=f"{record_id} of {table} is there, and noted as removed as well", hint=MENDING)


def _dangling(records: Mapping[str, Mapping[str, Record]]) -> Iterator[Finding]:
    for held in records.values():
        for record in held.values():
            for table, there in referred(record):
                if there not in records[table] and there != ME:
                    yield Finding(
                        text=f"{record.id} of {record.table} refers to {there} of {table}, which is not there",
                        hint=MENDING,
                    )


def _unknown(tables: Tables) -> Iterator[Finding]:
    for name in tables:
        if name not in TABLES and name not in (META, HISTORY):
            yield Finding(text=f"The table {name} is not one of cop-tui's; it is kept as it is")


def _history(tables: Tables) -> Iterator[Finding]:
    for number, raw in tables.get(HISTORY, {}).items():
        if not is_sound(raw):
            yield Finding(text=f"Note {place(number)} of the history cannot be read", hint=MENDING)


def _missing(tables: Tables) -> Iterator[Finding]:
    for name in TABLES:
        if tables and name not in tables:
            yield Finding(text=f"The table {name} is missing", hint=f"{MENDING} where a backup has it")


def _numbers(tables: Tables) -> Iterator[Finding]:
    for name in TABLES:
        if not all(map(is_number, tables.get(name, {}))):
            yield Finding(text=f"A document of {name} has no number, and TinyDB wants one", hint=MENDING)


def _lost(data: bytes, backups: tuple[Backup, ...]) -> Iterator[Finding]:
    backup = next((one for one in backups if one.whole), None)
    there = read_backup(backup.path) if backup else None
    here = understood(data)
    if backup and there and here:
        count = sum(1 for _ in lost(here.book, there.book))
        if count:
            text = f"{count} of the records in {backup.name} are not there, and nothing says that they were removed"
            yield Finding(text=text, hint=MENDING)


def _around(path: Path, backups: tuple[Backup, ...], *, exists: bool) -> Iterator[Finding]:
    for backup in backups:
        if not backup.whole:
            yield Finding(text=f"The backup {backup.name} is not whole")
    if exists and not any(backup.whole for backup in backups):
        yield Finding(text="There is no whole backup", hint="cop-tui backup make")
    for aside in sorted(path.parent.glob(f"{path.stem}.damaged-*")):
        yield Finding(text=f"A damaged state is kept as {aside.name}", hint=KEPT)
    for aside in sorted(path.parent.glob(f"{path.stem}.{ASIDE}-*")):
        yield Finding(text=f"What could not be read is kept as {aside.name}", hint=KEPT)
    if exists and os.name == "posix" and path.is_file() and path.stat().st_mode & 0o077:
        yield Finding(text="Others on this machine may look into it", hint=f"chmod 600 {path}")


def _few(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    yield from findings[:MANY]
    if len(findings) > MANY:
        yield Finding(text=f"And {len(findings) - MANY} more like these")


def _lines(report: Report) -> Iterator[str]:
    yield f"notebook  {report.path}"
    if not report.exists:
        yield "          not there yet; it begins with the first thing you keep"
    else:
        state = "whole" if report.whole else "NOT whole"
        yield f"          {state}, schema {report.schema or 'unknown'}, {report.size:,} bytes, can undo {report.undo}"
    held = ", ".join(f"{count} {table}" for table, count in report.records.items() if count)
    yield f"holds     {held or 'nothing yet'}"
    yield f"backups   {report.backups}, the newest whole one {report.newest_backup or 'none'}"
    for finding in report.findings:
        yield f"note      {finding.text}"
        if finding.hint:
            yield f"          {finding.hint}"
    if not report.findings:
        yield "note      nothing to mend"

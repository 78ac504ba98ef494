"""The file of the settings: read with its mistakes named by line, changed with all else in it left as it is."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from cop_tui.domain.errors import CopError, Refused, WrongUse
from cop_tui.settings.table import BY_NAME, Problem, Settings, leaves, problem

Value = str | int | bool
"""What a setting that the program itself changes may be."""

KeysCheck = Callable[[Mapping[str, str]], Iterable[tuple[str, str, str]]]
"""Tells what is wrong with a member's keys: the id, what is wrong with it, what would be right."""

SEARCHED = 500
"""Lines of a file in which the line of a mistake is looked for."""

_BOM = b"\xef\xbb\xbf"


def read(path: Path, check: KeysCheck | None = None) -> Settings:
    """Read the settings; a file that is not there sets nothing.

    Args:
        path: The file.
        check: Tells what is wrong with the member's keys; called only where the file has any.

    Raises:
        WrongUse: The file can't be read, is no TOML, or has a setting that there is not or a value that can't be.
    """
    return _settings(_text(path), path, check)


def write(path: Path, **changes: Value) -> Settings:
    """Change these settings in the file, and return all that hold now; comments and order stay as they are.

    Note: Writes the file, whole or not at all, and makes its folder where it is missing.

    Raises:
        WrongUse: The file has a mistake, or a change can't be; the file is not touched.
        CopError: The file can't be written; it is as it was.
    """
    before = _text(path)
    settings = _settings(before, path)
    _refuse_wrong(changes)
    new = {name: value for name, value in changes.items() if getattr(settings, name) != value}
    if not new:
        return settings
    after = _with(before, new)
    if _parsed(after) != _table(before, path) | new:
        raise Refused(f"The settings {path} are written in a way that can't be changed here", "Change them by hand")
    _put(path, after)
    return _settings(after, path)


def changed(settings: Settings, **changes: Value) -> Settings:
    """Return settings with these changes, written to their file where they have one.

    Raises:
        CopError: A change can't be, or the file can't be written; nothing was changed.
    """
    if settings.file is not None:
        return write(settings.file, **changes)
    _refuse_wrong(changes)
    fields: dict[str, Any] = {name: getattr(settings, name) for name in BY_NAME}
    return Settings(**fields | changes)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise WrongUse(f"The settings {path} are not UTF-8") from error
    except OSError as error:
        raise WrongUse(f"The settings {path} can't be read: {_reason(error)}") from error


def _settings(text: str, path: Path, check: KeysCheck | None = None) -> Settings:
    table = _table(text, path)
    found = next((one for name, value in table.items() if (one := problem(name, value))), None)
    if found is None and check and table.get("keys"):
        found = _wrong_key(table["keys"], check)
    if found:
        raise WrongUse(f"{path}{_line(text, found.where)}: {found.sentence}", found.hint)
    keys = {".".join(where): str(key) for where, key in leaves(table.pop("keys", {}))}
    return Settings(**table, keys=keys, file=path)


def _table(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else error
        raise WrongUse(f"The settings {path} are no TOML: {reason}") from error


def _wrong_key(keys: Mapping[str, object], check: KeysCheck) -> Problem | None:
    where = {".".join(names): names for names, _ in leaves(keys)}
    chosen = {".".join(names): str(key) for names, key in leaves(keys)}
    return next((Problem(("keys", *where[one]), sentence, hint) for one, sentence, hint in check(chosen)), None)


def _refuse_wrong(changes: Mapping[str, Value]) -> None:
    for name, value in changes.items():
        if found := problem(name, value):
            raise WrongUse(found.sentence, found.hint)


def _with(text: str, new: Mapping[str, Value]) -> str:
    """Return the text with these settings: in their place where they stand, else before the first table."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for name in new.keys() & document.keys():
            document[name] = new[name]
        lines = [f"{name} = {tomlkit.item(value).as_string()}" for name, value in new.items() if name not in document]
        return _inserted(tomlkit.dumps(document), lines)
    except (TOMLKitError, TypeError, ValueError, RecursionError) as error:
        raise Refused("The settings are written in a way that can't be changed here", "Change them by hand") from error


def _inserted(text: str, lines: list[str]) -> str:
    """Return a text with lines of their own before its first table, and before what is said above that."""
    rows = re.findall(r"[^\n]*\n|[^\n]+", text)
    end = "\r\n" if rows and rows[0].endswith("\r\n") else "\n"
    headers = (number for number, row in enumerate(rows) if row.lstrip().startswith("["))
    at = next((number for number in headers if _parsed("".join(rows[:number])) is not None), len(rows))
    while 0 < at < len(rows) and re.match(r"\s*(#|$)", rows[at - 1]):
        at -= 1
    before, after = "".join(rows[:at]), "".join(rows[at:])
    gap = end if lines and before and not before.endswith("\n") else ""
    apart = end if lines and after and not after.startswith(("\n", "\r")) else ""
    return before + gap + "".join(line + end for line in lines) + apart + after


def _put(path: Path, text: str) -> None:
    from cop_tui.storage.disk import real_path, replace_whole

    path = real_path(path)
    if path.exists() and not path.is_file():
        raise CopError(f"The settings {path} are no ordinary file, so nothing can be kept there")
    try:
        bom = _BOM if path.is_file() and path.read_bytes().startswith(_BOM) else b""
        replace_whole(path, bom + text.encode("utf-8"))
    except OSError as error:
        raise CopError(
            f"The settings {path} can't be written: {_reason(error)}; they are as they were",
            "Check the rights of the file and of its folder",
        ) from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _line(text: str, where: tuple[str, ...]) -> str:
    """Return `, line N` for the line on which an entry stands; nothing where it is not found.

    The first lines of a file are a file of their own wherever an entry is whole: so the line after which one is there
    is found for every way in which TOML may write it.
    """
    rows = text.split("\n")[:SEARCHED]
    whole = 0
    for number in range(1, len(rows) + 1):
        table = _parsed("\n".join(rows[:number]))
        if table is None:
            continue
        if _holds(table, where):
            return f", line {whole + 1}"
        whole = number
    return ""


def _parsed(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _holds(table: object, where: tuple[str, ...]) -> bool:
    for name in where:
        if not isinstance(table, dict) or name not in table:
            return False
        table = table[name]
    return True

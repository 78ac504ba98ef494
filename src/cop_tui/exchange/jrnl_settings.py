"""How a member's own jrnl writes its dates: the time formats that its settings name."""

from collections.abc import Iterator
from pathlib import Path

MOST_BYTES = 100_000
"""How large settings may be that are read."""

MOST = 20
"""Formats that are tried."""


def time_formats() -> tuple[str, ...]:
    """Return the time formats of jrnl's settings, for all journals and for single ones; none where there are none.

    Note: Reads jrnl's settings, where jrnl keeps them on this system; what can't be read names nothing.
    """
    import platformdirs

    places = (platformdirs.user_config_path("jrnl", appauthor=False) / "jrnl.yaml", Path.home() / ".jrnl_config")
    found = (named for place in places for named in _formats(_settings(place)))
    return tuple(dict.fromkeys(found))[:MOST]


def _settings(place: Path) -> object:
    import yaml

    try:
        if not place.is_file() or place.stat().st_size > MOST_BYTES:
            return None
        text = place.read_text(encoding="utf-8")
        return None if "&" in text and "*" in text else yaml.safe_load(text)
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return None


def _formats(settings: object) -> Iterator[str]:
    """Go through what is called timeformat, at the top and in each journal."""
    if not isinstance(settings, dict):
        return
    journals = settings.get("journals")
    for one in (settings, *(journals.values() if isinstance(journals, dict) else ())):
        named = one.get("timeformat") if isinstance(one, dict) else None
        if isinstance(named, str) and "%" in named:
            yield named

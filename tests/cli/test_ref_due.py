"""REF for what has come due: of a series, the words mean the gathering that is over."""

from collections.abc import Callable
from subprocess import CompletedProcess

Cop = Callable[..., CompletedProcess[str]]


def test_words_mean_what_is_due_before_what_is_ahead(cop: Cop) -> None:
    """Of three promises of one name, the one whose time has come is closed; then the words fit two, and say so."""
    for day in ("2026-11-20 18:00", "2026-11-27 18:00", "2026-12-04 18:00"):
        cop("yes", "Rust evening", "--on", day)

    assert "Fri 20 Nov" in cop("showed-up", "rust").stdout

    again = cop("missed", "rust")
    assert again.returncode == 1
    assert "27 Nov" in again.stderr

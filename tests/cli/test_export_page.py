"""`export html`: the page as a file, told discreetly, shown in the browser."""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]


@pytest.fixture
def told(did: Did) -> None:
    """Write a notebook with a story about Ana."""
    did("community", "add", "Rust group")
    did("ask", "Ana Lima", "Rust")
    did("tell", "Ana brought figs", "-c", "Rust group", "--with", "Ana Lima")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that a browser was asked to show; it shows them all."""
    addresses: list[str] = []

    def opened(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opened)
    return addresses


@pytest.mark.usefixtures("told")
def test_a_page_goes_to_stdout_or_into_a_file(did: Did, cop: Cop, tmp_path: Path) -> None:
    """The same page; a file that is there stays."""
    out = tmp_path / "story.html"

    page = did("export", "html")
    assert cop("export", "html", "-o", str(out)).returncode == 0

    assert page.startswith("<!doctype html>")
    assert "Ana brought figs" in page
    assert page == out.read_text(encoding="utf-8")
    assert cop("export", "html", "-o", str(out)).returncode == 1


@pytest.mark.usefixtures("told")
def test_a_page_may_be_of_one_community_and_discreet(did: Did) -> None:
    """Its title is the community's; people are initials."""
    page = did("export", "html", "-c", "Rust group", "--discreet")

    assert "<h1>Rust group</h1>" in page
    assert "A. L. brought figs" in page
    assert "Lima" not in page


@pytest.mark.usefixtures("told")
def test_open_shows_the_file(cop: Cop, shown: list[str], tmp_path: Path) -> None:
    """Once it is written."""
    out = tmp_path / "story of Ana.html"

    result = cop("export", "html", "-o", str(out), "--open")

    assert (0, [out.as_uri()]) == (result.returncode, shown)
    assert f"Wrote {out}\n" == result.stderr


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("fails", [False, True], ids=["none", "broken"])
def test_where_no_browser_opens_it_says_where_the_page_is(
    cop: Cop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fails: bool
) -> None:
    """The page is written all the same, and that is no failure."""
    out = tmp_path / "story.html"

    def opened(_address: str) -> bool:
        if fails:
            raise webbrowser.Error
        return False

    monkeypatch.setattr(webbrowser, "open", opened)
    result = cop("export", "html", "-o", str(out), "--open")

    assert (0, True) == (result.returncode, out.is_file())
    assert result.stderr.endswith(f"hint: there is no browser to open here; open {out} in yours\n")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("html", "--open"), "Name it with -o"),
        (("html", "-o", "-", "--open"), "Name it with -o"),
        (("markdown", "--discreet"), "Leave out --discreet"),
        (("json", "--open"), "cop-tui export html"),
    ],
)
def test_what_only_a_page_in_a_file_can_be_is_refused(
    cop: Cop, shown: list[str], words: tuple[str, ...], hint: str
) -> None:
    """Before anything is written or shown."""
    result = cop("export", *words)

    assert (2, "", []) == (result.returncode, result.stdout, shown)
    assert hint in result.stderr

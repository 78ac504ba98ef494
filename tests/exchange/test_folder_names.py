"""Names of files that every system takes: whatever the wish, whatever else is there."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.exchange.folder_names import DEEPEST, LONGEST, is_safe, key_of, names_for

ODD = st.text(alphabet=st.sampled_from("aAé́eß./\\ :*?\0\n~_-CONcon1\u202e\u200d😀ſﬁ\ud800"), max_size=40)
WISHES = st.dictionaries(st.text("abcdef0123456789", min_size=1, max_size=6), ODD | st.text(max_size=200), max_size=12)


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Rust study group", "Rust study group.md"),
        ("Rust: day 2?", "Rust day 2.md"),
        ("stories/2026-11-23 Tea", "stories/2026-11-23 Tea.md"),
        ("../../etc/passwd", "etc/passwd.md"),
        ("/abs", "abs.md"),
        ("C:\\Windows\\x", "C Windows x.md"),
        (".hidden", "hidden.md"),
        ("trailing. . ", "trailing.md"),
        ("aux", "_aux.md"),
        ("con.tea", "_con.tea.md"),
        ("LPT¹", "_LPT¹.md"),
        ("NUL/nul", "_NUL/_nul.md"),
        ("a.md/b", "a.md_/b.md"),
        ("e\u0301te\u0301", "été.md"),
        ("evil\u202etxt.exe", "eviltxt.exe.md"),
        ("", "untitled.md"),
        ("...", "untitled.md"),
        ("a/..", "a/untitled.md"),
        ("half \ud800 letter", "half letter.md"),
        ("👩‍👩‍👧", "👩‍👩‍👧.md"),
    ],
)
def test_a_wish_becomes_a_safe_name(wish: str, name: str) -> None:
    """What a system would stumble over is left out; the rest stays readable."""
    assert {"1": name} == names_for({"1": wish}, {}, ".md")


@settings(max_examples=120, deadline=None)
@given(wished=WISHES, before=WISHES)
def test_names_are_safe_apart_and_kept(wished: dict[str, str], before: dict[str, str]) -> None:
    """Whatever is wished and whatever was there: safe, no two alike, and the same in the next run."""
    known = names_for(before, {}, ".md")

    names = names_for(wished, known, ".md")

    assert wished.keys() == names.keys()
    assert len(set(map(key_of, names.values()))) == len(names)
    assert all(known[one] == names[one] for one in names.keys() & known.keys())
    assert names == names_for(dict.fromkeys(wished, "other"), names, ".md")
    for path in names.values():
        parts = path.split("/")
        assert is_safe(path, ".md")
        assert is_safe(path)
        assert len(parts) <= DEEPEST
        assert all(len(part.encode()) <= LONGEST for part in parts)
        assert unicodedata.is_normalized("NFC", path)
        assert not any(part.startswith((".", " ")) or part.endswith((".", " ")) for part in parts)


@settings(max_examples=60, deadline=None)
@given(known=WISHES)
def test_unsafe_names_of_a_list_are_not_kept(known: dict[str, str]) -> None:
    """Whatever a list says that somebody wrote: what comes out is safe and apart."""
    names = names_for(dict.fromkeys(known, "tea"), known, ".md")

    assert all(is_safe(path, ".md") for path in names.values())
    assert len(set(map(key_of, names.values()))) == len(names)


def test_names_that_some_system_would_take_for_one_are_numbered() -> None:
    """Case, the form of Unicode and unseen letters do not part two names."""
    wished = {"1": "Tea", "2": "TEA", "3": "te\u200da", "4": "tea 2", "5": "Tea"}

    names = names_for(wished, {}, ".ics")

    assert ["Tea.ics", "TEA 2.ics", "tea 3.ics", "tea 2 2.ics", "Tea 4.ics"] == [
        name.replace("\u200d", "") for name in names.values()
    ]


def test_a_name_stays_when_the_wish_changes_and_is_not_given_twice() -> None:
    """A retitled record keeps its file; a new one does not get the name of another that is known."""
    names = names_for({"new": "Tea", "old": "Coffee"}, {"old": "Tea.md", "gone": "Tea 2.md"}, ".md")

    assert {"new": "Tea 3.md", "old": "Tea.md"} == names


def test_many_of_one_name_take_no_time() -> None:
    """Ten thousand records of one title are numbered without counting from the beginning."""
    names = names_for({str(number): "Tea" for number in range(10_000)}, {}, ".md")

    assert "Tea 10000.md" == names["9999"]

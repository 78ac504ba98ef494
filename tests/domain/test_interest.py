"""Subjects are told apart by a folded key."""

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.interest import folded


def test_case_blanks_dashes_and_forms_of_letters_are_folded() -> None:
    """One subject, however it was typed."""
    assert {"rust lang"} == {
        folded(words) for words in ("Rust-Lang", " rust  lang ", "RUST_LANG", "rust/lang", "Ｒust lang")
    }
    assert folded("Café") == folded("Cafe\u0301")
    assert folded("Straße") == folded("STRASSE")


def test_different_subjects_stay_different() -> None:
    """Accents mean something."""
    assert folded("résumé") != folded("resume")
    assert folded("C") != folded("C++")
    assert "" == folded(" -_/ ")


@given(words=st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    """A key is its own key."""
    assert folded(folded(words)) == folded(words)


@given(words=st.text(st.characters(max_codepoint=0x7F)))
def test_shouting_and_blanks_change_nothing(words: str) -> None:
    """Upper case, lower case, blanks around it."""
    assert folded(words) == folded(words.upper()) == folded(f"  {words.lower()}\n")

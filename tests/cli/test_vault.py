"""`export vault` and `import` of its folder, as a member types them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]


@pytest.fixture
def vault(cop: Cop, did: Did, tmp_path: Path) -> Path:
    """Return the folder of a vault with a story in a community, with a person."""
    did("community", "add", "Walkers")
    did("tell", "We had tea #tea", "--title", "Nobody minded", "-c", "walkers", "--with", "Li Zhang")
    assert cop("export", "vault", str(tmp_path / "Notes")).returncode == 0
    return tmp_path / "Notes"


def test_a_vault_is_a_folder_of_notes(vault: Path) -> None:
    """One for each, under the name that people would give it."""
    assert ["Communities/Walkers.md", "People/Li Zhang.md", "Stories/2026-11-23 Nobody minded.md"] == sorted(
        path.relative_to(vault).as_posix() for path in vault.rglob("*.md")
    )


def test_an_edited_note_goes_round(cop: Cop, vault: Path) -> None:
    """It is left alone by export until import has taken the edit in; then one note is written anew."""
    note = vault / "Stories" / "2026-11-23 Nobody minded.md"
    note.write_text(note.read_text(encoding="utf-8").replace("had tea", "had cake"), encoding="utf-8")

    kept = cop("export", "vault", str(vault))
    dry = cop("import", "--dry-run", "--json", str(vault))
    took = cop("import", "--json", str(vault))
    again = cop("export", "vault", str(vault))

    assert "Nobody minded.md: edited since, and kept as it is; import takes the edit in" in kept.stderr
    assert {"stories": 1} == json.loads(took.stdout)["changed"] == json.loads(dry.stdout)["changed"]
    assert "We had cake #tea" in cop("show", "nobody").stdout
    assert f"Brought {vault} up to date: 1 written, 2 unchanged\n" == again.stderr
    assert "unchanged: 3" in cop("import", str(vault)).stdout


def test_a_vault_fills_an_empty_notebook(
    cop: Cop, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same ids, and undo takes it all back."""
    before = json.loads(cop("list", "stories", "--json").stdout)
    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "other" / "notebook.json"))

    assert 0 == cop("import", str(vault)).returncode

    assert before == json.loads(cop("list", "stories", "--json").stdout)
    assert 0 == cop("undo").returncode
    assert [] == json.loads(cop("list", "stories", "--json").stdout)

"""A few random keys at the app; `python tests/tui/monkey.py` does much more."""

import importlib.util
import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.record import Record

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="module")
def monkeys() -> ModuleType:
    """Return the module of the monkey, which is a script."""
    spec = importlib.util.spec_from_file_location("monkey", Path(__file__).with_name("monkey.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["monkey"] = module
    spec.loader.exec_module(module)
    return module


async def test_random_keys_bring_nothing_down(
    monkeys: ModuleType, day: tuple[Record, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys, clicks, sizes, hostile words, dialogs, another program and another day: the app stands."""
    monkeypatch.chdir(tmp_path)
    with monkeys.caged():
        told = await monkeys.monkey(tmp_path, day, NOW, seed=1).play(35)

    assert "" == told.error, "\n".join((*told.steps, told.error))
    assert 35 <= len(told.steps)

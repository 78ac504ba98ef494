"""A screen's stylesheet is about that screen: whatever was opened before, every screen looks as it did."""

from typing import Any

import pytest
from textual.css.model import SelectorType
from textual.css.stylesheet import Stylesheet

from cop_tui.tui.places import PLACES
from cop_tui.tui.sheets import sheet, styles_folder

SIZES = [(80, 24), (160, 45)]


@pytest.mark.parametrize("name", sorted(path.stem for path in styles_folder().glob("*.tcss") if path.stem != "frame"))
def test_every_rule_names_its_screen_first(opened: Any, name: str) -> None:
    """Textual keeps a stylesheet once it was read, and applies it everywhere."""
    found = Stylesheet(variables=opened().app.get_css_variables())
    found.read(sheet(name))

    assert found.rules
    for one in (selectors for rule in found.rules for selectors in rule.selector_set):
        assert SelectorType.TYPE is one.selectors[0].type, one.css
        assert one.selectors[0].name.endswith(("Screen", "ListPlace", "Overlay")), one.css


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_place_looks_as_it_did_before_everything_was_opened(opened: Any, day: Any, size: Any) -> None:
    """All places, a record, a dialog, the search, the check-in, a page to write on; and round again."""
    place = opened(*day)
    async with place.app.run_test(size=size) as pilot:

        async def round_of_places() -> list[str]:
            shown = []
            for one in PLACES:
                await pilot.press(one.key)
                await pilot.pause()
                shown.append(place.shown())
            return shown

        today = place.shown()
        first = await round_of_places()
        for key in ("a", "slash", "question_mark", "c", "W"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()

        assert today == first[0]
        assert first == await round_of_places()

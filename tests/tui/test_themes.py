"""The themes: readable everywhere, ours by computation, the others as far as we add to them."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from cop_tui.tui import themes, tones
from cop_tui.tui.sheets import styles_folder

GROUNDS = ("background", "surface", "panel")
OURS = [pytest.param(theme, id=theme.name) for theme in themes.OWN]


def variables(theme: Theme) -> dict[str, str]:
    """Return a theme's variables with our inks, as the app makes them."""
    generated = theme.to_color_system().generate()
    return themes.inks(generated) | generated


def between(theme: Theme, ink: str, ground: str) -> float:
    """Return the contrast of an ink on a ground of a theme."""
    found = variables(theme)
    return themes.contrast(Color.parse(found[ink]), Color.parse(found[ground]))


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1, and the order does not matter."""
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(118, 118, 118)

    assert round(themes.contrast(black, white), 2) == 21
    assert themes.contrast(grey, grey) == 1
    assert round(themes.contrast(grey, white), 2) == round(themes.contrast(white, grey), 2) == 4.54


@pytest.mark.parametrize("theme", OURS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["foreground", "ink-soft", "primary", "secondary", "accent"])
def test_every_ink_is_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    """Text in our themes has a contrast of at least 4.5 to 1, on paper, card and the selected row."""
    assert between(theme, ink, ground) >= themes.READABLE


@pytest.mark.parametrize("theme", OURS)
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_faint_ink_is_readable_where_it_is_used(theme: Theme, ground: str) -> None:
    """Faint ink is readable on paper and card; on the selected row the list takes soft ink for it."""
    assert between(theme, "ink-faint", ground) >= themes.READABLE


@pytest.mark.parametrize("theme", OURS)
def test_the_present_tab_is_readable(theme: Theme) -> None:
    """The tab of the present place is paper on amber."""
    assert between(theme, "background", "primary") >= themes.READABLE


@pytest.mark.parametrize("theme", OURS)
def test_the_inks_stay_apart(theme: Theme) -> None:
    """Ink, soft, faint and the one for lines are four steps, each clearly fainter."""
    steps = [between(theme, ink, "background") for ink in ("foreground", "ink-soft", "ink-faint", "ink-line")]

    assert all(stronger > 1.2 * fainter for stronger, fainter in pairwise(steps))


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_the_inks_are_readable_in_every_theme_of_textual(name: str) -> None:
    """Our inks are computed for whichever theme is on; where even full ink is fainter, it is full ink."""
    found = variables(BUILTIN_THEMES[name])
    ink, paper = Color.parse(found["foreground"]), Color.parse(found["background"])
    if ink.ansi is not None or paper.ansi is not None:
        assert found["ink-soft"] == found["ink-faint"] == "ansi_default"
        return

    ground = Color.parse(found["surface"])
    assert themes.contrast(Color.parse(found["ink-faint"]), ground) >= min(
        themes.READABLE, themes.contrast(ink, ground)
    )


def test_no_stylesheet_names_a_colour() -> None:
    """All colour goes through theme tokens, so that every theme works."""
    literal = re.compile(
        r"#[0-9a-fA-F]{3,8}\b(?!\s*[{,.>:-])|\b(rgb|hsl)a?\(|:\s*(black|white|red|green|blue|yellow)\b"
    )
    found = [
        (sheet.name, line)
        for sheet in styles_folder().glob("*.tcss")
        for line in sheet.read_text(encoding="utf-8").splitlines()
        if ";" in line and literal.search(line)
    ]

    assert found == []


def test_no_code_names_a_colour_but_the_themes() -> None:
    """No widget knows a colour: tones are names of theme tokens."""
    folder = Path(themes.__file__).parent
    files = [path for path in folder.rglob("*.py") if path.name != "themes.py"]

    assert files
    assert [
        path.name for path in files if re.search(r"[\"'](bold |on )?#[0-9A-Fa-f]{6}", path.read_text("utf-8"))
    ] == []


def test_every_tone_is_a_token_of_the_themes() -> None:
    """Each tone names tokens that our themes have."""
    names = [value for name, value in vars(tones).items() if name.isupper()]
    tokens = {token.lstrip("$") for value in names for token in re.findall(r"\$[\w-]+", value)}

    assert len(names) >= 10
    assert tokens <= set(variables(themes.HEARTH))

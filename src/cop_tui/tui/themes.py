"""The two themes of our own, and the tones of ink that every theme needs.

Ink at 60 and 45 per cent is a direction; how much it takes to stay readable depends on the theme. So the two tones
are computed from whichever theme is on: as faint as they may be, and never below a contrast of 4.5 to 1.
"""

from collections.abc import Mapping

from textual.color import Color, ColorParseError
from textual.theme import Theme

READABLE = 4.5
"""The contrast that text has on its ground, at the least (WCAG 2, AA)."""

HEARTH = Theme(
    name="hearth",
    primary="#E0A458",
    secondary="#8FB996",
    accent="#D4746C",
    foreground="#E8E0D5",
    background="#1A1816",
    surface="#211E1B",
    panel="#2A2622",
    success="#8FB996",
    warning="#E0A458",
    error="#D4746C",
    dark=True,
)
"""Ink on dark paper, by a fire."""

DAYLIGHT = Theme(
    name="daylight",
    primary="#8F5410",
    secondary="#36704A",
    accent="#A9433A",
    foreground="#2E2A26",
    background="#FAF6EF",
    surface="#F4EEE4",
    panel="#EAE2D4",
    success="#36704A",
    warning="#8F5410",
    error="#A9433A",
    dark=False,
)
"""Ink on light paper, at a window."""

OWN = (HEARTH, DAYLIGHT)
"""Our own themes; Textual's stand beside them."""


def luminance(color: Color) -> float:
    """Return how much light a colour gives off, from 0 to 1 (WCAG 2, relative luminance)."""
    shares = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4 for channel in color.normalized
    )
    red, green, blue = shares
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faintest(ink: Color, paper: Color, ground: Color, *, least: float) -> float:
    """Return the smallest share of ink on paper, from `least` to 1, that is still readable on a ground."""
    for percent in range(round(least * 100), 100):
        if contrast(paper.blend(ink, percent / 100), ground) >= READABLE:
            return percent / 100
    return 1.0


def inks(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the tones of ink for a theme's variables: soft, faint and the one that only draws lines.

    Args:
        variables: The theme's variables, as Textual generates them.

    Returns:
        Values for `ink-soft`, `ink-faint` and `ink-line`.
    """
    ink, paper = _solid(variables.get("foreground", "")), _solid(variables.get("background", ""))
    if ink is None or paper is None:
        return {"ink-soft": "ansi_default", "ink-faint": "ansi_default", "ink-line": "ansi_bright_black"}
    surface = _solid(variables.get("surface", "")) or paper
    panel = _solid(variables.get("panel", "")) or paper
    faint = faintest(ink, paper, surface, least=0.45)
    soft = faintest(ink, paper, panel, least=min(1.0, max(0.60, faint + 0.12)))
    shares = {"ink-soft": soft, "ink-faint": faint, "ink-line": 0.2}
    return {name: paper.blend(ink, share).hex for name, share in shares.items()}


def _solid(value: str) -> Color | None:
    """Return a colour that can be reckoned with; none for the terminal's own and for see-through ones."""
    try:
        color = Color.parse(value)
    except ColorParseError:
        return None
    return color if color.ansi is None and color.a == 1 else None

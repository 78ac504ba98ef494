"""Pictures of the screen that stand on their own: a viewer fetches no font for them, and keeps their blanks."""

import re

_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_MAKER = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FAMILY = 'font-family: "Fira Code", "DejaVu Sans Mono", "Menlo", "Consolas", monospace'


def self_contained(svg: str) -> str:
    """Return an SVG of the screen without addresses of fonts; it is drawn in what monospaced font there is."""
    bare = _MAKER.sub("", _FONT.sub("", svg), count=1)
    return bare.replace("font-family: Fira Code, monospace", _FAMILY).replace("<text ", '<text xml:space="preserve" ')

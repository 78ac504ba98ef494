"""Where the stylesheets are: in the package where it was installed, beside it in a checkout."""

from pathlib import Path


def styles_folder() -> Path:
    """Return the folder of the stylesheets."""
    here = Path(__file__).resolve()
    installed = here.parents[1] / "styles"
    return installed if installed.is_dir() else here.parents[3] / "styles"


def sheet(area: str) -> Path:
    """Return the stylesheet of an area."""
    return styles_folder() / f"{area}.tcss"

"""Show a page that was written in the member's browser, or say where it is."""

from pathlib import Path

from cop_tui.cli.output import narrate


def show(path: Path) -> None:
    """Open a file in the browser; where there is none, say how to come to it. The file is there in any case."""
    import webbrowser

    try:
        is_shown = webbrowser.open(path.resolve().as_uri())
    except (OSError, webbrowser.Error):
        is_shown = False
    if not is_shown:
        narrate(f"hint: there is no browser to open here; open {path.resolve()} in yours")

"""The door for the shell: `cop-tui` and `python -m cop_tui`."""

import gc
import os
import sys

COLLECT_AFTER = 100_000
"""Objects after which Python looks for garbage: starting makes many and drops few."""


def main() -> None:
    """Run the command line, or the app where there is no command, and leave with its exit code."""
    gc.set_threshold(COLLECT_AFTER)
    if sys.argv[1:] or "_COP_TUI_COMPLETE" in os.environ:
        from cop_tui.cli.main import run

        sys.exit(run(sys.argv[1:]))
    from cop_tui.cli.app import run as open_today

    sys.exit(open_today())


if __name__ == "__main__":
    main()

"""The door for the shell: `cop-tui` and `python -m cop_tui`."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from cop_tui.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

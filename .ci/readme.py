"""Write the tables of commands and keys into the README, from the code that they tell of."""

import re
import sys
from pathlib import Path

from cop_tui.cli.table import commands_table
from cop_tui.settings.table import settings_table
from cop_tui.tui.actions import keys_table

README = Path(__file__).parents[1] / "README.md"


def written(text: str) -> str:
    """Return the README with its tables as the code has them now."""
    for name, table in (("commands", commands_table()), ("keys", keys_table()), ("settings", settings_table())):
        between = re.compile(rf"(<!-- {name}: begin[^>]*-->\n).*?(<!-- {name}: end -->)", re.DOTALL)
        text = between.sub(lambda found, table=table: found[1] + table + found[2], text)
    return text


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(written(text) != text)
    README.write_text(written(text), encoding="utf-8")

"""What a WHEN means in a record, as the practice has it; imported where a command says a day."""

from cop_tui.practice.when import day_of, moment_of

__all__ = ["day_of", "moment_of"]

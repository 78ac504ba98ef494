"""A sample book: a year in the life of one invented member, for trying out, for tests and for pictures."""

from cop_tui.practice.demo.year import demo_book

__all__ = ["demo_book"]

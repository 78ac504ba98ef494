"""The commands: read the book, make a change, apply it."""

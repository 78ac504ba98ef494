"""cop-tui: one member's own place for their communities of practice."""

__version__ = "0.1.0"
"""The version, as in pyproject.toml: Python's own way to ask for it takes as long as the whole command line."""

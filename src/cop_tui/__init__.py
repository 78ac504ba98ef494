"""cop-tui: one member's own place for their communities of practice."""

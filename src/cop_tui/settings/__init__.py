"""The member's settings: what may be set, and the small TOML file in which it stands."""

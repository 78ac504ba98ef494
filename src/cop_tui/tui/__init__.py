"""The screens: a reading, plus keys that make changes."""

"""The small questions that open over a place."""

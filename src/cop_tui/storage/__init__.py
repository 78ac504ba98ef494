"""The one TinyDB file: how it is written whole, locked, backed up, migrated and read again."""

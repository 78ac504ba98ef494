"""The forms in which every record can be changed: one blank a field, one table a kind of record."""

"""The keys of each area, as rows for the one table of keys (`actions`)."""

"""What the page of a record tells: one file a kind of record, all of them pure."""

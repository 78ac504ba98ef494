"""What a member does with a record in hand by one key: one file a kind of record, one table of all."""

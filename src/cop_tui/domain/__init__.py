"""What there is: the records, the Book that holds them, the Change that alters it, and errors."""

"""The check-in as a talk: questions in five steps, and what each answer does to the book. No screen in here."""

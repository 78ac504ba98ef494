"""What a member does and what it means: pure verbs and readings over a Book."""

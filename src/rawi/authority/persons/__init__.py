"""Names of persons: what they are made of, and which may be one person's across scripts."""

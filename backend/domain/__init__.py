"""The nouns of interactive planning and their rules: no I/O."""

"""Domain result to text and keyboard, one file a noun."""

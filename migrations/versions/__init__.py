"""One file a revision; a revision is never changed once it has landed."""

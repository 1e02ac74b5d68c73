"""The loop from a citizen to a group and back, played on both engines."""

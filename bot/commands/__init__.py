"""The commands that need the platform or its views."""

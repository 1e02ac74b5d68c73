"""The operator's commands over the backend, one file a subject."""

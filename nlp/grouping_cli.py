"""The `group` command: messages in order of arrival, each with the issue it falls into."""

"""The use cases, one a function: each acts through a unit of work that its caller commits."""

"""Persian text in, a structured reading out."""

"""Reads surveys from files: our own YAML, and XLSForm workbooks of ODK and Kobo."""

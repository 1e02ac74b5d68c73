"""Charts and spreadsheets."""

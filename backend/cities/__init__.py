"""Presets of cities, as data."""

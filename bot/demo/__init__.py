"""A small city, played on the simulator."""

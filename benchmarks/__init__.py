"""Measurements: synthetic articles in any number, and what building, asking and exporting them costs."""

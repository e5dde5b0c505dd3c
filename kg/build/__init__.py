"""Builds of the graph: made beside the old one, put in place by one rename, and held against a manifest of their files."""

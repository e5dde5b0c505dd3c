"""Reviewing over HTTP and in a browser."""

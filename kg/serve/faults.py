"""What a client is told of an error that is no fault of its own."""

from kg.errors import KgError

OURS = KgError("an error of ours: the server's log tells which")
"""It names nothing of this machine and nothing of the code."""

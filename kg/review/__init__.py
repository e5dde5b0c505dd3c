"""A person goes through a machine's draft: what was decided is kept beside it, and makes the curated annotation."""

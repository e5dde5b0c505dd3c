"""A knowledge graph of actors, events and denials.

The stages, in order; each imports only those before it: `article`, `annotation`, `reference`, `graph`, `validation`,
`inference`, `store`, `build`, `questions`, `network`, `export`, `cli`.
"""

__version__ = "0.1.0"

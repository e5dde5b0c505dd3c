"""From annotation to quads: pure functions; the same annotation gives the same quads in the same order."""

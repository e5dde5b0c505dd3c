"""Judges graphs by the shapes in ontology/shapes: pySHACL, the reference, for what people hand in; pyshifty for bulk builds."""

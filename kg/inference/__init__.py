"""What follows from the data: rules that materialise it at every build, and a reasoner that judges the ontology."""

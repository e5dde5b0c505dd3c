"""Where the graph is kept and asked: one interface, an embedded store and any SPARQL 1.1 endpoint."""

"""The stored questions: SPARQL files with a header, their parameters, and their answers as tables."""

"""The second proposer: a language model's facts, taken only where the article's own words bear them out."""

"""The annotation of an article: one YAML file that a person writes, typed, checked and tied to the article's words."""

"""From the text of an article to a draft annotation."""

"""What each page of the web application shows, read from a store: plain data, without HTTP and without HTML."""

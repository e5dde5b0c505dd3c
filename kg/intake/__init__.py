"""Any input becomes articles as received: text, HTML, PDF, a feed, a web archive, JSON lines, a folder, an address."""

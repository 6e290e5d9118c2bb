"""What each page shows, as plain data made of a record's view: the same for HTML and for JSON."""

"""From the record to plain data: what command line, exports and web pages show. Pure functions of a record's view."""

"""What people and programs are given: views written out as Markdown, HTML and JSON."""

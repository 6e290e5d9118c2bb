"""Language knowledge: YAML in, frozen tables out. A language is a folder of data; none is named in the code."""

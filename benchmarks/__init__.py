"""Measures: speed, memory, the ratio to a parser, and the scores that must not sink."""

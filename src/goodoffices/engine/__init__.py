"""Wires the stages: the only part of the package that imports all of them.

Files become articles, articles reports, both go into the record, and reports become acts.
"""

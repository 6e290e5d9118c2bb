"""The record: one SQLite file that keeps articles, reports, acts, judgements and notices.

`Record` opens it, its one `Writer` adds to it in transactions, any number of `View`s read it. Nothing that was read is
ever deleted: a corrected article, or a report that a later reader no longer finds, is set aside and stays.
"""

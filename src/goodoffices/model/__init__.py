"""What exists: articles, spans, mentions, dates, actors, reports, acts, judgements, notices.

Frozen values without input or output; imports nothing of the package but its errors.
"""

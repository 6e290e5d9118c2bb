"""Article to reports: language, sentences, mentions, dates, acts, roles, attribution, mood. Pure."""

"""Reports to acts: which reports tell of one and the same happening, and what they agree and disagree on.

Pure. Merging edits no report: it gives clusters, a judgement with its reasons for each report that joined, and acts.
"""

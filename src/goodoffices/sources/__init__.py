"""Files in, articles out: what they are is told by their content, never by their ending.

What cannot be taken in becomes a notice that names the file, and the line where there is one; the rest is read.
"""

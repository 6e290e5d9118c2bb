"""Good Offices: reads what is reported about a peace process and keeps the process's record.

Importing the package does nothing; `goodoffices.engine` wires the stages together.
"""

__version__ = "0.1.0"

"""Which address shows or changes what."""

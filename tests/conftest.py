"""What holds of every test."""

from hypothesis import settings

# The same examples in every run: a change is judged by what it changes. HYPOTHESIS_PROFILE=default tries others.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

"""`python -m goodoffices`."""

from goodoffices.cli.main import run

if __name__ == "__main__":
    run()

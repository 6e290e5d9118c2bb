"""The record in the browser, on the user's own machine."""

"""The command line: one module for each command. Only here is anything printed."""

"""Names as English lists them."""


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Return names as English lists them: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"

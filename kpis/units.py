"""A value with its unit, as people say it."""

COUNT, YES_IS_1 = "count", "yes is 1"


def in_files(unit: str) -> str:
    """A unit in a cell of a file, where a sign for per cent would be taken for a command."""
    return "per cent" if unit == "%" else unit.replace("%", "per cent")


def in_unit(words: str, unit: str) -> str:
    """91.6%, 3, Yes, 4 days per 100 pupils."""
    if unit == COUNT:
        return words
    if unit == YES_IS_1:
        return {"1": "Yes", "0": "No"}.get(words, words)
    return f"{words}%" if unit == "%" else f"{words} {unit}"

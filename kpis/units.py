"""A value with its unit, and a formula, as people say them."""

import re
from collections.abc import Callable

NAME, WORDS = re.compile(r"[A-Za-z_][A-Za-z_0-9]*"), ("min", "max")
COUNT, YES_IS_1 = "count", "yes is 1"


SIGNS = {"*": "×", "/": "÷", "-": "−"}


def formula_in_words(formula: str, label_of: Callable[[str], str]) -> str:
    """A formula as a head reads it: the inputs by their names, with the usual signs."""
    words = NAME.sub(
        lambda found: label_of(found[0]).lower() if found[0] not in WORDS else found[0], formula
    )
    return "".join(SIGNS.get(each, each) for each in words)


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

"""Formulae: what can be read, how it is worked out, and where one goes wrong."""

import random
from fractions import Fraction

import pytest

from kpis import formulae
from kpis.formulae import BadFormula, DividesByNought, TooLarge

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "inputs", "value"),
    [
        ("a", ("a",), 6),
        ("a + b * c", ("a", "b", "c"), 6 + 4 * 3),
        ("(a + b) * c", ("a", "b", "c"), 30),
        ("a - b - c", ("a", "b", "c"), -1),
        ("a / b / c", ("a", "b", "c"), HALF),
        ("100 × a ÷ b", ("a", "b"), 150),
        ("a − b", ("a", "b"), 2),
        ("-a + b", ("a", "b"), -2),
        ("--a", ("a",), 6),
        ("-a * b", ("a", "b"), -24),
        ("a * -b", ("a", "b"), -24),
        ("min(a, b, c)", ("a", "b", "c"), 3),
        ("max(a - b, c, 0)", ("a", "b", "c"), 3),
        ("0.1 * a", ("a",), Fraction(6, 10)),
        (".5 * a", ("a",), 3),
        ("  a*1.10  ", ("a",), Fraction(66, 10)),
        ("b + a + b", ("b", "a"), 14),
        ("((((a))))", ("a",), 6),
        ("minimum + max_2", ("minimum", "max_2"), 8),
        ("a / 3", ("a",), 2),
        ("1 / 3 * a", ("a",), 2),
    ],
)
def test_it_is_worked_out_exactly(text, inputs, value):
    formula = formulae.read(text)

    given = dict(zip("abc", map(Fraction, (6, 4, 3)), strict=True))
    assert formula.inputs == inputs
    assert formula.of(given | {"minimum": Fraction(7), "max_2": Fraction(1)}) == value


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("", 1, "write a formula"),
        ("   ", 1, "write a formula"),
        ("100", 1, "at least one input"),
        ("a +", 3, "cannot be read"),
        ("(a + b", 1, "cannot be read"),
        ("a + b)", 6, "cannot be read"),
        ("a b", 3, "cannot be read"),
        ("100a", 4, "a sign between"),
        ("1or a", 2, "a sign between"),
        ("a % b", 3, "multiply by 100"),
        ("a ** b", 6, "use \\+ − × ÷"),
        ("a // b", 6, "use \\+ − × ÷"),
        ("+a", 1, "only −"),
        ("Attended / b", 1, "small letters"),
        ("a / pupîls", 8, "cannot stand"),
        ("_a + b", 1, "with a letter"),
        ("a if b else c", 1, "names, numbers"),
        ("a.b", 1, "names, numbers"),
        ("a or b", 1, "names, numbers"),
        ("lambda", 1, "cannot be read"),
        ("a, b", 1, "names, numbers"),
        ("()", 1, "names, numbers"),
        ("1_000 * a", 2, "a sign between"),
        ("1e3 * a", 2, "a sign between"),
        ("0x10 * a", 2, "a sign between"),
        ("10. * a", 1, "numbers in figures"),
        ("1.2.3 * a", 4, "cannot be read"),
        ("a(b)", 1, "only functions"),
        ("sum(a, b)", 1, "only functions"),
        ("(a)(b)", 1, "only functions"),
        ("min(a)", 1, "two values or more"),
        ("a + max()", 5, "two values or more"),
        ("min(*a, b)", 1, "write min"),
        ("min + a", 1, "needs brackets"),
        ("min(a, b", 4, "cannot be read"),
        ("a # b", 3, "cannot stand"),
        ("a\nb", 2, "cannot stand"),
        ("a * " + "9" * 13, 5, "at most 12 figures"),
        ("a * 0.123456789", 5, "8 after it"),
        ("a; b", 2, "cannot stand"),
        ("__import__('os')", 12, "cannot stand"),
        ("a" + " + a" * 130, 500, "at most 500"),
        ("(" * 240 + "a" + ")" * 240, 1, "brackets|cannot be read"),
        ("-" * 300 + "a", 152, "too long"),
    ],
)
def test_what_is_no_formula_is_refused_with_its_place(text, place, says):
    with pytest.raises(BadFormula, match=says) as wrong:
        formulae.read(text)

    if "brackets|" not in says:
        assert wrong.value.place == place
    assert str(wrong.value).startswith("character ")


@pytest.mark.parametrize("text", ["a / b", "a / (c - c)", "max(a / b, 1)", "0 * (a / b)"])
def test_nothing_is_divided_by_nought(text):
    with pytest.raises(DividesByNought):
        formulae.read(text).of({"a": Fraction(1), "b": Fraction(0), "c": Fraction(2)})


@pytest.mark.parametrize("text", ["a * a * a", "-a * a * a", "a / (1 / a / a)", "a" + " * a" * 120])
def test_nothing_comes_to_more_than_a_page_can_show(text):
    with pytest.raises(TooLarge):
        formulae.read(text).of({"a": Fraction(10**6)})


def test_any_formula_comes_to_what_its_parts_come_to():
    """Formulae made up at random, beside the same sum done without writing it down."""
    rng = random.Random(15)
    for _ in range(300):
        values = {name: Fraction(rng.randint(1, 50), rng.randint(1, 9)) for name in "abcd"}
        text, value = _made_up(rng, values, depth=4)
        if formulae.INPUT.search(text) and abs(value) < formulae.MOST:
            assert formulae.read(text).of(values) == value, text


def _made_up(rng, values, depth):
    if not depth or rng.random() < 0.2:
        if rng.random() < 0.2:
            number = rng.randint(0, 999)
            return f"{number / 100:.2f}", Fraction(number, 100)
        name = rng.choice(sorted(values))
        return name, values[name]
    (left, x), (right, y) = (_made_up(rng, values, depth - 1) for _ in range(2))
    sign = rng.choice("+-*/<>")
    if sign in "<>":
        function, found = ("min", min(x, y)) if sign == "<" else ("max", max(x, y))
        return f"{function}({left}, {right})", found
    if sign == "/" and not y:
        sign = "-"
    done = {"+": x + y, "-": x - y, "*": x * y, "/": y and x / y}[sign]
    return f"({left}) {sign} ({right})", done

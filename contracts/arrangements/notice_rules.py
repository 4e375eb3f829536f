"""When each notice is sent, and by which rule: what the register says beside every form."""

from __future__ import annotations

from typing import NamedTuple

from contracts.arrangements.models import NoticeKind as Kind


class NoticeRule(NamedTuple):
    """When a notice is sent, in a sentence, and where that is written."""

    when: str
    source: str


PCR, ACT = "Public Contracts Regulations 2015", "Procurement Act 2023"
RULES: dict[str, NoticeRule] = {
    Kind.F01: NoticeRule("Before a procurement, if you announce it early.", f"{PCR}, reg 48"),
    Kind.F02: NoticeRule("Before the first round opens.", f"{PCR}, reg 49"),
    Kind.F03: NoticeRule(
        "Within 30 days of the end of each quarter in which something was awarded.",
        f"{PCR}, reg 50",
    ),
    Kind.F14: NoticeRule("When you correct a published notice.", f"{PCR}, reg 51"),
    Kind.F20: NoticeRule(
        "For a change of the contract: additional services or unforeseen circumstances must be "
        "notified. We notify extensions, too.",
        f"{PCR}, reg 72(3)",
    ),
    Kind.F21: NoticeRule(
        "In place of F02 and F03 for a light-touch service that is bought on its own.",
        f"{PCR}, reg 75",
    ),
    Kind.UK1: NoticeRule(
        "From 1 April to 26 May each year, for contracts over £2 million of the next 18 months.",
        f"{ACT}, s.93",
    ),
    Kind.UK2: NoticeRule(
        "Before the tender notice, if you talk to the market; otherwise the tender notice gives "
        "the reason.",
        f"{ACT}, s.17",
    ),
    Kind.UK3: NoticeRule(
        "40 days to 12 months before a tender, if you announce it.", f"{ACT}, s.15"
    ),
    Kind.UK4: NoticeRule("Before the first round opens.", f"{ACT}, s.21"),
    Kind.UK5: NoticeRule("Before a direct award.", f"{ACT}, s.44"),
    Kind.UK6: NoticeRule(
        "Before a contract is made: the standstill begins with it.", f"{ACT}, s.50"
    ),
    Kind.UK7: NoticeRule("Within 120 days of a light-touch contract.", f"{ACT}, s.53"),
    Kind.UK8: NoticeRule(
        "Within 30 days of the end of a quarter with a payment over £30,000, from 1 April 2026.",
        f"{ACT}, s.70",
    ),
    Kind.UK9: NoticeRule(
        "Each year for contracts over £5 million. Light-touch contracts and frameworks are exempt.",
        f"{ACT}, s.71",
    ),
    Kind.UK10: NoticeRule("Before the contract is changed.", f"{ACT}, s.75"),
    Kind.UK11: NoticeRule("Within 30 days of the end of the contract.", f"{ACT}, s.80"),
    Kind.UK12: NoticeRule("As soon as a procurement is given up.", f"{ACT}, s.55"),
    Kind.UK13: NoticeRule("Before a dynamic market is established.", f"{ACT}, s.39"),
    Kind.UK14: NoticeRule("As soon as a dynamic market is established.", f"{ACT}, s.39"),
    Kind.UK15: NoticeRule(
        "As soon as a dynamic market changes, or has new members.", f"{ACT}, s.39"
    ),
    Kind.UK16: NoticeRule("As soon as a dynamic market has ended.", f"{ACT}, s.39"),
    Kind.UK17: NoticeRule(
        "Within 30 days of 31 March and 30 September, for all contracts of the council. The "
        "hub lists it at the first arrangement under the Act.",
        f"{ACT}, s.69",
    ),
}

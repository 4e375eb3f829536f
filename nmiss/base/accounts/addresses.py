"""Addresses of email: which of them reach one mailbox."""

from __future__ import annotations

import re


def mailbox_of(email: str) -> str:
    """The mailbox behind an address: "Ada+hub@council.example" reaches ada@council.example."""
    name, _, domain = email.strip().lower().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def same_mailbox(one: str, other: str) -> bool:
    return mailbox_of(one) == mailbox_of(other)


def pattern_of(email: str) -> str:
    """A regular expression of PostgreSQL's for every address that reaches the same mailbox."""
    name, _, domain = mailbox_of(email).rpartition("@")
    return f"^{re.escape(name)}([+][^@]*)?@{re.escape(domain)}$"

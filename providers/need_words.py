"""The words by which people ask for a need: autism, ASC and ASD are one in the return."""

from __future__ import annotations

import re

from providers.models import Need

# Phrases in plain form (see ``plain``); the codes and labels of the return are added to them.
WORDS: dict[Need, tuple[str, ...]] = {
    Need.SPLD: (
        "specific learning difficulties",
        "dyslexia",
        "dyslexic",
        "dyscalculia",
        "dyspraxia",
    ),
    Need.MLD: ("moderate learning difficulties", "moderate learning"),
    Need.SLD: ("severe learning difficulties", "severe learning"),
    Need.PMLD: (
        "profound and multiple learning difficulties",
        "profound and multiple",
        "profound multiple learning difficulty",
        "profound",
    ),
    Need.SEMH: (
        "social emotional and mental health needs",
        "social emotional mental health",
        "social and emotional",
        "social emotional",
        "emotional",
        "mental health",
        "anxiety",
        "behaviour",
        "behavioural",
        "ebd",
        "besd",
        "esbd",
        "sebd",
    ),
    Need.SLCN: (
        "speech language and communication",
        "speech and language",
        "speech language",
        "language and communication",
        "speech",
        "language",
        "communication",
        "dld",
        "sal",
        "salt",
    ),
    Need.HI: ("hearing", "hearing impaired", "deaf", "deafness"),
    Need.VI: (
        "visual impairment",
        "visually impaired",
        "vision",
        "sight",
        "sight impaired",
        "blind",
        "blindness",
    ),
    Need.MSI: ("multi sensory", "multisensory", "multisensory impairment", "deafblind"),
    Need.PD: ("physical", "physical disabilities", "physically disabled", "cerebral palsy"),
    Need.ASD: (
        "autistic spectrum condition",
        "autism spectrum disorder",
        "autism spectrum condition",
        "autistic spectrum",
        "autism spectrum",
        "autism",
        "autistic",
        "asc",
        "asperger",
        "aspergers",
        "asperger syndrome",
        "aspergers syndrome",
    ),
    Need.DS: ("downs syndrome", "down s syndrome", "downs", "trisomy 21"),
    Need.OTH: ("other needs", "other disability"),
}


def plain(words: str) -> list[str]:
    """The words in lower case, without marks, one by one."""
    return re.findall(r"[^\W_]+", words.lower().replace("’", "").replace("'", ""))


def _phrases() -> dict[tuple[str, ...], Need]:
    found = {}
    for need, words in WORDS.items():
        for phrase in (need.value, need.label, *words):
            found[tuple(plain(phrase))] = need
    return found


# What stands between the words that tell something.
EMPTY = {"and", "or", "with", "for", "in", "near", "school", "schools", "needs", "difficulty"}
EMPTY |= {"difficulties", "the", "a", "of"}
PHRASES = _phrases()
LONGEST = max(map(len, PHRASES))


def needs_in(words: str) -> tuple[list[Need], list[str]]:
    """The needs that these words ask for, and the words that are left; longer phrases first.

    What stands between them ("and", "near", "school") is not left.
    """
    left, rest, needs = plain(words), [], []
    while left:
        for length in range(min(LONGEST, len(left)), 0, -1):
            need = PHRASES.get(tuple(left[:length]))
            if need:
                needs.append(need)
                left = left[length:]
                break
        else:
            rest.append(left.pop(0))
    telling = [word for word in rest if word not in EMPTY]
    return list(dict.fromkeys(needs)), telling

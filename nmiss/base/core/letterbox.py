"""The letterbox: the one way in which the hub writes to people.

A notice is one template, ``<room>/emails/<notice>.txt``: subject, words and link. All extend
``emails/letter.txt`` and know ``person``, ``record``, ``product``, ``council``, ``contact`` and
``site``, which a link begins with, besides the words that they are handed. Another language is a
folder that mirrors these files (``cy/<room>/emails/<notice>.txt``) and the language of a person;
what is not translated is said in English.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Never, Protocol

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.mail import EmailMessage, get_connection
from django.db import models
from django.template import Context, Engine, Template, TemplateDoesNotExist, engines

from nmiss.base.core.email_keys import is_kept, keys_of
from nmiss.base.core.wording import Wording, read

ENGLISH = "en"


class Person(Protocol):
    """Whom a letter is to: an account, or an ``Addressee``."""

    email: str
    name: str
    language: str


@dataclass(frozen=True)
class Addressee:
    """Somebody who is written to without being asked for by an account."""

    email: str
    name: str = ""
    language: str = ENGLISH


class UnknownWord(LookupError):
    """A notice names something that it was not handed: nobody would see the gap but its reader."""


class _Gap(str):
    """What stands for an unknown name in a template; Django fills the name in."""

    __slots__ = ()

    def __mod__(self, name: object) -> Never:
        raise UnknownWord(str(name))


def tell(
    people: Iterable[Person],
    notice: str,
    *,
    about: models.Model | None = None,
    wording: Wording | None = None,
    **words: object,
) -> None:
    """Write to each person once, in their language: rows of the outbox, in this transaction.

    ``notice`` is a room and a name: ``contracts/membership/suspended``. Each gets a letter of
    their own, so that nobody sees who else is told. ``wording`` is read in place of the notice's
    own.
    """
    each_once = {person.email: person for person in people}
    letters = [letter_to(person, notice, about, words, wording) for person in each_once.values()]
    if is_kept(notice, template_of(notice)[0].source, about):
        for letter in letters:
            letter.about = keys_of(about)
    get_connection().send_messages(letters)


def send(letter: EmailMessage, *, subject: str) -> None:
    """Send one letter that was made before, under another subject."""
    letter.subject = subject
    get_connection().send_messages([letter])


def template_of(
    notice: str, language: str = ENGLISH, wording: Wording | None = None
) -> tuple[Template, str]:
    """The template of a notice in a language, or else in English, and which language it is.

    ``wording`` takes the place of the English one alone.
    """
    room, _, name = notice.rpartition("/")
    path = f"{room}/emails/{name}.txt"
    engine = _engine(tuple(engines["django"].engine.dirs))
    if language != ENGLISH:
        try:
            return engine.get_template(f"{language}/{path}"), language
        except TemplateDoesNotExist:
            pass
    if wording is not None:
        return engine.from_string(wording.source), ENGLISH
    return engine.get_template(path), ENGLISH


def standard_wording(notice: str) -> Wording:
    """How a notice reads as the hub brings it, with markers."""
    return read(template_of(notice)[0].source)


def languages() -> dict[str, str]:
    """The languages that there are letters in, by their codes, each by its own name."""
    folders = {Path(folder) for folder in engines["django"].engine.dirs}
    codes = {
        path.name
        for folder in folders
        for path in folder.glob("*/")
        if re.fullmatch("[a-z]{2,3}", path.name) and path.name in LANG_INFO
    }
    return {code: LANG_INFO[code]["name_local"] for code in (ENGLISH, *sorted(codes))}


@functools.cache
def _engine(dirs: tuple) -> Engine:
    """Reads the folders of the pages; what it reads is plain text, and no word may be missing."""
    pages = engines["django"].engine
    return Engine(
        dirs=dirs,
        autoescape=False,
        string_if_invalid=_Gap("%s"),
        libraries=pages.libraries,
        builtins=pages.builtins,
    )


def letter_to(
    person: Person,
    notice: str,
    record: models.Model | None,
    words: Mapping[str, object],
    wording: Wording | None = None,
) -> EmailMessage:
    """The letter that a person would get; it is not sent."""
    template, language = template_of(notice, person.language, wording)
    known = Context({**words, **_known(person, record)}, autoescape=False)
    subject, _, body = template.render(known).partition("\n")
    body = re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"
    headers = {"Content-Language": language, "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, None, [person.email], headers=headers)


def parts_of(
    person: Person,
    notice: str,
    record: models.Model | None,
    words: Mapping[str, object],
    text: Wording | None = None,
) -> tuple[str, str]:
    """Subject and words of the letter, without its frame: to stand in another."""
    wording = read(template_of(notice, person.language, text)[0].source)
    engine = _engine(tuple(engines["django"].engine.dirs))
    known = {**words, **_known(person, record)}
    subject, body = (
        engine.from_string(wording.loads + part).render(Context(known, autoescape=False))
        for part in (wording.subject, wording.body)
    )
    return " ".join(subject.split()), re.sub(r"\n{3,}", "\n\n", body.strip())


def _known(person: Person, record: models.Model | None) -> dict[str, object]:
    return {
        "person": person,
        "record": record,
        "product": settings.PRODUCT_NAME,
        "council": settings.COUNCIL_NAME,
        "contact": settings.CONTACT_EMAIL,
        "site": settings.SITE_URL,
    }

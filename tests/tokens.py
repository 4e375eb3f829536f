"""The one-use tokens of forms, for clients that have not opened the page of a form first, and the
digests of what a page shows, for those that have.
"""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client

from nmiss.base.core import form_tokens

send = Client.post


def token_for(client, path):
    """What the form that is sent to this path would carry for whoever is signed in here."""
    session = client.session if settings.SESSION_COOKIE_NAME in client.cookies else {}
    return form_tokens.make(
        urlsplit(path).path,
        person=session.get("_auth_user_id"),
        session=getattr(session, "session_key", None),
    )


def send_as_a_page_does(client, path, data=None, *args, **options):
    """``Client.post`` with a new token where none is given."""
    if not args and "content_type" not in options and isinstance(data, dict | None):
        data = {form_tokens.NAME: token_for(client, path), **(data or {})}
    return send(client, path, data, *args, **options)


def seen_in(page):
    """What a page carries for whoever signs off what it shows."""
    found = re.search(r'name="seen" value="(\w+)"', page.text)
    return {"seen": found[1] if found else ""}


def read_and_send(client, path, data=None, **options):
    """Open the page of a form, and send it with what it carries."""
    return client.post(path, (data or {}) | seen_in(client.get(path)), **options)

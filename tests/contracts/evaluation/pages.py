"""The pages of evaluation: opened, sent to, and read aloud."""

import re

from django.urls import reverse
from django.utils.html import strip_tags


def page(client, name, *args, query=None, **options):
    return client.get(reverse(f"contracts:{name}", args=args), query, **options)


def post(client, name, *args, **data):
    return client.post(reverse(f"contracts:{name}", args=args), data)


def words(response):
    return response.content.decode()


def text_of(response):
    """The page as it is read aloud."""
    return re.sub(r"\s+", " ", strip_tags(words(response).replace("<", " <")))

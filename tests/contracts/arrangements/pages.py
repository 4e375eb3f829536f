"""The pages of rounds and vehicles: opened, sent to, taken away."""

import datetime

from django.urls import reverse

DAY = datetime.timedelta(days=1)


def get(client, name, *args, **query):
    return client.get(reverse(f"contracts:{name}", args=args), query).content.decode()


def post(client, name, /, *args, **data):
    return client.post(reverse(f"contracts:{name}", args=args), data, follow=True)


def taken(client, name, **query):
    """What a list says that is taken away."""
    answer = client.get(reverse("files:listing_csv", args=[name]), query)
    assert answer.status_code == 200
    return answer.getvalue().decode()

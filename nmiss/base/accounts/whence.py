"""From where a request comes: its address, and its browser in a few words."""

from __future__ import annotations

import ipaddress
import re
import secrets
from typing import TYPE_CHECKING

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.utils.crypto import salted_hmac

if TYPE_CHECKING:
    from django.http import HttpRequest

# The first that is found: some browsers call themselves by others' names, too.
_BROWSERS = (
    (r"Edg(?:e|A|iOS)?/", "Edge"),
    (r"OPR/", "Opera"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/", "Chrome"),
    (r"Safari/", "Safari"),
)
_SYSTEMS = (
    (r"Windows", "Windows"),
    (r"iPhone|iPad", "iOS"),
    (r"Android", "Android"),
    (r"CrOS", "ChromeOS"),
    (r"Mac OS X", "macOS"),
    (r"Linux", "Linux"),
)


def address_of(request: HttpRequest) -> str | None:
    """The address of whoever asks, beyond our own proxies."""
    try:
        return get_client_ip(request)
    except (ImproperlyConfigured, PermissionDenied, ValueError):
        return request.META.get("REMOTE_ADDR") or None


def browser_of(request: HttpRequest) -> str:
    """What browser on what system, as far as it says: "Firefox on Windows"."""
    said = request.META.get("HTTP_USER_AGENT", "")[:500]
    browser = next((name for sign, name in _BROWSERS if re.search(sign, said)), "Other browser")
    system = next((name for sign, name in _SYSTEMS if re.search(sign, said)), "")
    return f"{browser} on {system}" if system else browser


def digest_of_address(request: HttpRequest) -> str:
    """An address as a counter knows it; of IPv6 the network that one household or office has."""
    address = ipaddress.ip_address(address_of(request) or "0.0.0.0")
    if address.version == 6 and address.ipv4_mapped is None:
        address = ipaddress.ip_network((address, 64), strict=False).network_address
    return digest("address", str(address))


def digest_of_browser(request: HttpRequest) -> str | None:
    """The mark that a browser carries since somebody signed in with it; None without."""
    mark = request.COOKIES.get(settings.BROWSER_COOKIE_NAME, "")
    return digest("browser", mark) if re.fullmatch(r"[\w-]{43}", mark, re.ASCII) else None


def mark_of_browser(request: HttpRequest) -> str:
    """The digest of a browser's mark; one without is given its mark with the answer."""
    known = digest_of_browser(request)
    if known is None:
        request.new_browser_mark = secrets.token_urlsafe(32)
        known = digest("browser", request.new_browser_mark)
    return known


def digest(kind: str, value: str) -> str:
    """Enough to know something again, and nothing to read it from."""
    return salted_hmac(f"nmiss.base.accounts.{kind}", value, algorithm="sha256").hexdigest()

"""The door of the web server. It never starts embedded servers: production names its own."""

import os

from django.core.wsgi import get_wsgi_application

from nmiss.base.core.encodings import in_utf_8_alone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
os.environ["NMISS_SERVES_PAGES"] = "1"  # settings then limit what a page may ask the database

application = in_utf_8_alone(get_wsgi_application())

from nmiss.base.core import keys, starting  # noqa: E402 - models can be imported only now

keys.refuse_wrong_ones()
starting.refuse_a_moved_clock()

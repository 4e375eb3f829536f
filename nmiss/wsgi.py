"""The door of the web server. It never starts embedded servers: production names its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")

application = get_wsgi_application()

"""The compose file really started, on an engine of its own: `make rehearse-containers`.

By hand only: it needs root, debootstrap, five gigabytes and a quarter of an hour.
"""

"""Tables that officers take in on a page: checked by the worker, looked at, confirmed, undone."""

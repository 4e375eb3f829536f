"""The machine that the hub runs on: its servers, its installation, its health."""

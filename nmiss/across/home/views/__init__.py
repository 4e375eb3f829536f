"""Landing pages and the pages about the hub itself."""

"""Landing pages, and the pages about the hub itself. It reads everything and owns nothing."""

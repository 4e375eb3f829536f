"""Children and their places. The only application that holds children's data."""

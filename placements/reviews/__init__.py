"""Annual reviews of children's plans: their dates, what schools report, what we decide."""

"""From a decision to a membership: letters, agreements, signatures."""

"""The demo county: generated, invented, with the shape of the paper's."""

"""What stands in the hub when the access table is asked: a module for each part."""

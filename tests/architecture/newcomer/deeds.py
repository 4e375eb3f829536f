"""Its words."""

from nmiss.base.core.deeds import register, register_facts

register("Swings", {"newcomer.Swing.hang": ("hung the", "Swing hung")}, for_administrators=True)
register_facts(height="Height")

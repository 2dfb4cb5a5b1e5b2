"""Pages of assemblies: calling one, being in it, its minutes."""

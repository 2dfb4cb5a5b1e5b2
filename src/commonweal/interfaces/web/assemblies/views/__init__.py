"""What the pages of assemblies show and do."""

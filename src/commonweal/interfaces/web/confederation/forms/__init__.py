"""What is typed and chosen where bodies decide together."""

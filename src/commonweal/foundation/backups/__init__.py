"""Nothing is lost: backups that their writer cannot read, and the way back."""

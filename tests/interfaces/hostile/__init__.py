"""What somebody does who means harm: by pages, by programs, by files, by waiting."""

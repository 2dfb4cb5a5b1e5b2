"""The door for programs: all that people do on the pages, by key and in JSON."""

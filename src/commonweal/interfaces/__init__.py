"""How people and machines get in. They translate; they never decide."""

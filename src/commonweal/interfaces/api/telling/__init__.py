"""What is there, told in the shapes that programs are given."""

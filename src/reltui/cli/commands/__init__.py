"""The commands: each file is one of them and has its name."""

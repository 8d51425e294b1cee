"""What the app and the command line share: safe text, actions and keys, settings, session, clipboard."""

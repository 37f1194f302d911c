"""The citizen's side of the desk: the handset, opened by its own unguessable link.

Here, and only here, codes and passwords are shown.
"""

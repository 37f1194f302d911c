"""The part of a colleague who plays the citizen: what they are told, and how they answer.

Never in the pane of the desk: the clerk is not to read it.
"""

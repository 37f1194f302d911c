"""One run told back, and that run step by step.

``told`` what its page tells · ``onward`` where to go on · ``kin`` what it was forked from and what
from it · ``replay`` and ``replay_vneid`` the world as it stood after a step.
"""

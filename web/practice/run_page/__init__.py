"""One run told back, and that run step by step.

``view`` what its page shows · ``next_links`` where to go on · ``related_runs`` what it was forked
from and what from it · ``replay`` and ``replay_vneid`` the world as it stood after a step.
"""

"""Practice runs from choosing to certificate.

``scenarios`` what can be practised · ``runs`` a run's life · ``run_log`` the log of all runs ·
``debrief`` looking back · ``role_play`` a colleague as the citizen · ``assignments`` what trainers
set · ``competence`` who can do what.
"""

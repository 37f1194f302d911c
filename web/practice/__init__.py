"""Practice runs from choosing to certificate.

From the ground up: ``scenarios`` what can be practised · ``runs`` a run's life · ``run_log`` the
log of all runs · ``remarking`` marks by a newer version · ``role_play`` a colleague as the
citizen · ``assignments`` what trainers set · ``debrief`` looking back · ``competence`` who can do
what · ``run_page`` one run told back.
"""

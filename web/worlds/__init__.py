"""Where worlds are kept: their logs in the database, their folds in a cache that may be lost.

``models`` the tables · ``store`` the queries · ``cache`` folds kept warm · ``service`` create a
world, read it, and act in it · ``tester_worlds`` those that programs make · ``continued_log`` a
log that goes on in another world · ``access`` and ``desk_pass`` who may sit on which side ·
``addresses`` where the citizen's is.
"""

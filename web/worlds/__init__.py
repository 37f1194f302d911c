"""Where worlds are kept: their logs in the database, their folds in a cache that may be lost.

``models`` the tables · ``store`` the questions asked of them · ``cache`` folds kept warm ·
``service`` create a world, read it, and act in it · ``testers`` the worlds that programs make ·
``access`` and ``desk_pass`` who may sit on which side · ``addresses`` where the citizen's is.
"""

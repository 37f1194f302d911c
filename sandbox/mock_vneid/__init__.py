"""The pretend VNeID: register, activate, sign in, forget, integrate papers (plan S2, B3, B4).

``values`` what it knows of the citizen · ``commands`` what can be done on the citizen's side ·
``checks`` reasons to refuse a step · ``codes`` one-time codes · ``waiting`` results on their
way · ``registration``, ``activation``, ``signing_in``, ``forgotten``, ``papers`` the steps ·
``steps`` all of them by command · ``fold`` what the facts add up to.
"""

"""The pretend VNeID: register, activate, sign in, forget, integrate papers (domain of plan S2).

``values`` what it knows of the citizen · ``commands`` what can be done on the citizen's
side · ``checks`` what speaks against a step · ``registration``, ``activation``,
``signing_in``, ``forgotten``, ``papers`` the steps · ``steps`` all of them by command ·
``fold`` what the facts add up to.
"""

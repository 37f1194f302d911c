"""The pretend public portal, on the citizen's side: signing in, up to the account page.

``commands`` what can be done · ``with_vneid``, ``with_account`` the two ways in · ``steps`` all
of them by command · ``fold`` what the facts add up to. Dossiers begin where
``PublicPortal.on_account_page`` holds. Source: S2-07, S2-11.
"""

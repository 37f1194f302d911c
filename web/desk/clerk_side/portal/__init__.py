"""The pretend admin portal, screen by screen as plan S4 describes it.

``sign_in_routes`` the door · ``list_routes`` the accounts there are (``filters``,
``accounts``) · ``form_routes`` the account form (``posted`` what was sent,
``form_view`` what is shown) · ``paper_routes`` the request form for the citizen to check.
"""

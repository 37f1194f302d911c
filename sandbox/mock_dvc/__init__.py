"""The pretend admin portal: look up, fill in, download, confirm, create (plan S4).

``commands`` what an officer can do · ``entry`` reading the form's fields ·
``steps`` deciding each step · ``fold`` what the facts add up to · ``listing``
the list of accounts.
"""

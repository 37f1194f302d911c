"""``motcua backup`` and ``motcua restore``: one file for a whole office, on either database.

``store`` rows out of a database and into one · ``archive`` the file: what is in it, whole or
not, with a passphrase or without · ``restoring`` an office in the place of another, whole or not at
all · ``progress`` how far it is · ``command`` the two commands. ADR 0020 says why.
"""

"""Page objects, one a screen. Their methods are what a person does there.

Everything is found by role and accessible name, as listed in ``selectors.lock.json``.
They need Playwright: ``pip install "motcua[testkit]"``.
"""

from motcua.testkit.pages.account_form import AccountForm
from motcua.testkit.pages.account_list import AccountList
from motcua.testkit.pages.desk import Desk
from motcua.testkit.pages.handset import Handset
from motcua.testkit.pages.portal_door import PortalHome, PortalSignIn
from motcua.testkit.pages.public_portal import Computer, PublicPortal
from motcua.testkit.pages.scanner import Scanner
from motcua.testkit.pages.vneid import Vneid

__all__ = [
    "AccountForm",
    "AccountList",
    "Computer",
    "Desk",
    "Handset",
    "PortalHome",
    "PortalSignIn",
    "PublicPortal",
    "Scanner",
    "Vneid",
]

"""Every step on the public portal by the command that asks for it."""

from collections.abc import Mapping
from typing import Any

from sandbox.own_hands import ByHand, Step
from sandbox.public_portal import commands, with_account, with_vneid

STEPS: Mapping[type[ByHand], Step[Any]] = {
    commands.ScanQr: Step("scan_qr", with_vneid.check_qr, with_vneid.scan),
    commands.GiveNumber: Step("give_number", with_vneid.check_number, with_vneid.give_number),
    commands.ShareConsent: Step("share_consent", with_vneid.check_consent, with_vneid.consent),
    commands.ConfirmPasscode: Step(
        "confirm_passcode", with_vneid.check_passcode, with_vneid.confirm
    ),
    commands.SignInWithAccount: Step(
        "account_sign_in", with_account.check_account, with_account.sign_in, ()
    ),
    commands.ChangePassword: Step(
        "change_password", with_account.check_change, with_account.change, ()
    ),
    commands.SignOut: Step("public_sign_out", with_account.check_leaving, with_account.leave, ()),
}

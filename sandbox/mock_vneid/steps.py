"""Every step of VNeID by the command that asks for it."""

from collections.abc import Mapping
from typing import Any

from sandbox.mock_vneid import (
    activation,
    codes,
    commands,
    forgotten,
    papers,
    registration,
    signing_in,
)
from sandbox.own_hands import ByHand, Step

STEPS: Mapping[type[ByHand], Step[Any]] = {
    commands.BeginRegistration: Step(
        "begin_registration", registration.check_beginning, registration.begin
    ),
    commands.ReadChip: Step(
        "read_chip", signing_in.check_chip, signing_in.read_chip, ("vneid", "nfc")
    ),
    commands.ReadQr: Step("read_qr", registration.check_qr, registration.read_qr),
    commands.TakeFace: Step("take_face", registration.check_face, registration.take_face),
    commands.SubmitRegistration: Step(
        "submit_registration", registration.check_submitting, registration.submit
    ),
    commands.Enrol: Step("enrol", registration.check_enrolling, registration.enrol, ()),
    commands.RequestActivation: Step("request_activation", activation.check_asking, activation.ask),
    commands.ResendCode: Step("resend_code", codes.check_resending, codes.resend),
    commands.EnterCode: Step("enter_code", codes.check_entering, codes.enter),
    commands.SetPassword: Step("set_password", activation.check_password, activation.set_password),
    commands.SetPasscode: Step("set_passcode", activation.check_passcode, activation.set_passcode),
    commands.SetQuestions: Step(
        "set_questions", activation.check_questions, activation.set_questions
    ),
    commands.SignIn: Step("vneid_sign_in", signing_in.check_signing_in, signing_in.sign_in),
    commands.SignOut: Step("vneid_sign_out", signing_in.check_signing_out, signing_in.sign_out),
    commands.CallHotline: Step(
        "call_hotline", signing_in.check_calling, signing_in.call_hotline, ()
    ),
    commands.ForgetPassword: Step(
        "forget_password", forgotten.check_password, forgotten.forget_password
    ),
    commands.ForgetPasscode: Step(
        "forget_passcode", forgotten.check_passcode, forgotten.forget_passcode
    ),
    commands.IntegratePaper: Step("integrate_paper", papers.check_integrating, papers.integrate),
    commands.RegisterChild: Step(
        "register_child", registration.check_child, registration.register_child
    ),
}

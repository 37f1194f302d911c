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
        "begin_registration", registration.against_beginning, registration.begin
    ),
    commands.ReadChip: Step(
        "read_chip", signing_in.against_chip, signing_in.read_chip, ("vneid", "nfc")
    ),
    commands.ReadQr: Step("read_qr", registration.against_qr, registration.read_qr),
    commands.TakeFace: Step("take_face", registration.against_face, registration.take_face),
    commands.SubmitRegistration: Step(
        "submit_registration", registration.against_submitting, registration.submit
    ),
    commands.Enrol: Step("enrol", registration.against_enrolling, registration.enrol, ()),
    commands.RequestActivation: Step(
        "request_activation", activation.against_asking, activation.ask
    ),
    commands.ResendCode: Step("resend_code", codes.against_resending, codes.resend),
    commands.EnterCode: Step("enter_code", codes.against_entering, codes.enter),
    commands.SetPassword: Step(
        "set_password", activation.against_password, activation.set_password
    ),
    commands.SetPasscode: Step(
        "set_passcode", activation.against_passcode, activation.set_passcode
    ),
    commands.SetQuestions: Step(
        "set_questions", activation.against_questions, activation.set_questions
    ),
    commands.SignIn: Step("vneid_sign_in", signing_in.against_signing_in, signing_in.sign_in),
    commands.SignOut: Step("vneid_sign_out", signing_in.against_signing_out, signing_in.sign_out),
    commands.CallHotline: Step(
        "call_hotline", signing_in.against_calling, signing_in.call_hotline, ()
    ),
    commands.ForgetPassword: Step(
        "forget_password", forgotten.against_password, forgotten.forget_password
    ),
    commands.ForgetPasscode: Step(
        "forget_passcode", forgotten.against_passcode, forgotten.forget_passcode
    ),
    commands.IntegratePaper: Step("integrate_paper", papers.against_integrating, papers.integrate),
    commands.RegisterChild: Step(
        "register_child", registration.against_child, registration.register_child
    ),
}

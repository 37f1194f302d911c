"""The paper asking for a portal account: the practice copy of S4-18's request form."""

from motcua.sandbox.request_form.content import RequestForm
from motcua.sandbox.request_form.docx import request_form_docx
from motcua.sandbox.request_form.pdf import request_form_pdf

__all__ = ["RequestForm", "request_form_docx", "request_form_pdf"]

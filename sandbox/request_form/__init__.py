"""The paper asking for a portal account: the practice copy of S4-18's request form."""

from sandbox.request_form.content import RequestForm

__all__ = ["RequestForm", "request_form_docx", "request_form_pdf"]


def request_form_docx(form: RequestForm) -> bytes:
    """The paper as a Word file."""
    from sandbox.request_form import docx  # noqa: PLC0415  # lxml costs every start 0.1 s

    return docx.request_form_docx(form)


def request_form_pdf(form: RequestForm) -> bytes:
    """The paper as a PDF."""
    from sandbox.request_form import pdf  # noqa: PLC0415  # ReportLab: 0.1 s likewise

    return pdf.request_form_pdf(form)

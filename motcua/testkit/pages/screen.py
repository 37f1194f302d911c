"""What all screens have in common."""

from playwright.sync_api import Download, Locator, Page, expect

from motcua.testkit.document import Document

_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
}


class Screen:
    """One screen in a browser; ``page`` is Playwright's own page, for all that is not here."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def main(self) -> Locator:
        """The screen without its frame."""
        return self.page.get_by_role("main")

    @property
    def heading(self) -> Locator:
        """The screen's name."""
        return self.page.get_by_role("heading", level=1)

    @property
    def mistakes(self) -> Locator:
        """The summary of everything that has to be corrected."""
        return self.page.get_by_role("alert")

    def press(self, name: str) -> None:
        """Press a button that leads to an answer, and wait until the answer is there."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        """Follow a link."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()

    def press_in_place(self, name: str) -> None:
        """Press a button whose answer changes only a part of the screen."""
        with self.page.expect_response(lambda response: response.request.method == "POST"):
            self.page.get_by_role("button", name=name, exact=True).click()
        expect(self.page.locator("form[aria-busy]")).to_have_count(0)

    def take(self, link: Locator) -> Document:
        """Take the file behind a link away."""
        with self.page.expect_download() as waiting:
            link.click()
        return _document(waiting.value)


def _document(download: Download) -> Document:
    name = download.suggested_filename
    return Document(name, _MEDIA[name.rpartition(".")[2]], download.path().read_bytes())

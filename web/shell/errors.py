"""Error pages: what happened, why, and what to do now, in the frame people know."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import Flask, Response, current_app, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from web.shell.access import BEYOND_SLIP, person_or_none
from web.shell.database import SAFE_METHODS
from web.shell.htmx import see_other, wants_fragment
from web.shell.next_address import safe_next
from web.shell.runtime import runtime
from web.shell.unsent import keep_posted, owner_here

_DRAIN_AT_MOST = 64 * 1024 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Message:
    """A heading, and at most two sentences below it."""

    heading: str
    says: str


_MESSAGES = {
    400: Message(
        "Yêu cầu chưa đúng",
        "Địa chỉ hoặc biểu mẫu gửi lên thiếu phần cần thiết. "
        "Anh/chị quay lại trang trước và làm lại bước vừa rồi.",
    ),
    403: Message(
        "Trang này dành cho vai trò khác",
        "Tài khoản của anh/chị không mở được trang này. "
        "Nếu cần dùng, anh/chị nhờ người quản trị đổi vai trò.",
    ),
    404: Message(
        "Không tìm thấy trang",
        "Địa chỉ này không có, hoặc thuộc về người khác. "
        "Anh/chị kiểm tra lại địa chỉ hoặc về trang chủ.",
    ),
    405: Message(
        "Trang này không nhận thao tác đó",
        "Địa chỉ này không mở theo cách vừa rồi. Anh/chị quay lại trang trước và bấm lại nút.",
    ),
    409: Message(
        "Có người vừa làm trước",
        "Nội dung này đã thay đổi trong lúc anh/chị đang làm. "
        "Anh/chị tải lại trang rồi làm tiếp từ chỗ mới nhất.",
    ),
    410: Message(
        "Lượt luyện đã hết hạn",
        "Lượt này mở đã lâu nên không làm tiếp được; kết quả đã ghi vẫn còn. "
        "Anh/chị vào mục Luyện tập để bắt đầu lượt mới.",
    ),
    413: Message(
        "Tệp gửi lên quá lớn",
        "Hệ thống chỉ nhận tối đa 16 MB mỗi lần gửi. "
        "Anh/chị quay lại và chọn tệp nhỏ hơn từ máy quét giả lập.",
    ),
    500: Message(
        "Hệ thống gặp lỗi",
        "Bước vừa rồi chưa được ghi lại; các bước trước vẫn còn nguyên. "
        "Anh/chị thử lại, nếu vẫn lỗi thì báo người quản trị.",
    ),
    503: Message(
        "Hệ thống đang bận",
        "Hệ thống chưa ghi được bước vừa rồi; các bước trước vẫn còn nguyên. "
        "Anh/chị đợi một phút rồi thử lại.",
    ),
}
_FORM_TOO_OLD = Message(
    "Biểu mẫu đã cũ",
    "Trang này mở đã lâu hoặc anh/chị vừa đăng nhập lại, nên biểu mẫu không còn dùng được. "
    "Anh/chị quay lại, tải lại trang rồi gửi lần nữa.",
)
_BY_HTTP = Message(
    "Trang này phải mở bằng https",
    "Địa chỉ của hệ thống là {address}, còn trình duyệt đang mở bằng http hoặc chặn cookie, nên "
    "biểu mẫu không gửi được. Anh/chị mở {address} rồi làm lại.",
)
_BY_PASSWORD = Message(
    "Trang này cần đăng nhập bằng mật khẩu",
    "Anh/chị đang vào lớp bằng phiếu nên chỉ mở được các bài của buổi tập này. "
    "Muốn mở trang khác, anh/chị đăng nhập bằng mật khẩu.",
)


def init_app(app: Flask) -> None:
    """Answer every error in Vietnamese."""
    app.register_error_handler(HTTPException, _answer)


def _answer(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error  # a redirect of the router
    if isinstance(error, CSRFError) and (way_on := _way_on()):
        return way_on
    status = status_of(error)
    if status == 413:
        drain()
    response = _page(status, _message(error, status))
    response.headers.extend(
        (name, value) for name, value in error.get_headers() if name in {"Allow", "Retry-After"}
    )
    return response


def _way_on() -> Response | None:
    """A form of a session before this one: its fields are kept, and shown where it stands.

    Whoever signed in elsewhere meanwhile need not sign in here.
    """
    kept = keep_posted(owner_here(), interrupted=True)
    if kept:
        return see_other(safe_next(kept.page))
    if request.endpoint == "accounts.sign_in_now" and person_or_none():
        return see_other(safe_next(request.form.get("next")))
    return None


def status_of(error: HTTPException) -> int:
    """The status to answer with: 503 instead of 500 when it is the database that failed."""
    original = error.original_exception if isinstance(error, InternalServerError) else None
    if isinstance(original, OperationalError):
        return 503  # the disk is full or the database is away
    return error.code or 500


def _message(error: HTTPException, status: int) -> Message:
    if isinstance(error, CSRFError):
        return _by_http() or _FORM_TOO_OLD
    if error.description == BEYOND_SLIP:
        return _BY_PASSWORD
    fallback = 500 if status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400
    return _MESSAGES.get(status, _MESSAGES[fallback])


def _by_http() -> Message | None:
    """The cookie of an https address never comes back by http, so no form can be ours."""
    settings, sent = runtime().settings, request.headers.get("Origin", "")
    came = current_app.config["SESSION_COOKIE_NAME"] in request.cookies
    if not settings.is_https or (came and not sent.startswith("http://")):
        return None
    return replace(_BY_HTTP, says=_BY_HTTP.says.format(address=settings.base_url))


def _page(status: int, message: Message) -> Response:
    if wants_fragment():
        return make_response(render_template("layouts/error_notice.html", message=message), status)
    signed_in = status < 500 and status != 413 and person_or_none() is not None
    frame = "layouts/intranet.html" if signed_in else "layouts/bare.html"
    body = render_template(
        "layouts/error.html",
        frame=frame,
        message=message,
        back="/" if message is _BY_PASSWORD else _back(),
        sign_in=_sign_in() if message is _BY_PASSWORD else "",
    )
    return make_response(body, status)


def _sign_in() -> str:
    """The sign-in page, which leads back to the page that was refused."""
    wanted = request.full_path.rstrip("?") if request.method in SAFE_METHODS else None
    return url_for("accounts.sign_in", next=wanted)


def _back() -> str:
    """Where the form was, when it can be opened again; else the front door."""
    return request.path if request.method not in SAFE_METHODS and request.url_rule else "/"


def drain() -> None:
    """Take the rest of a body that is too large, or the browser never reads the answer."""
    stream, left = request.environ["wsgi.input"], min(request.content_length or 0, _DRAIN_AT_MOST)
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)

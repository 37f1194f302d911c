"""Whoever reads the database has no link that opens anything; whoever had one before keeps it."""

from hashlib import sha256
from pathlib import Path

from alembic import command
from flask import Flask
from sqlalchemy import insert, select, text

from tests.app.browsing import Browser
from tests.app.busy_unit import busy
from tests.app.citizens_link import holder
from tests.app.databases import POSTGRESQL
from tests.app.office import Office
from tests.app.test_public_portal_door import DOOR
from web.backup import store as rows_of
from web.roster.duty.models import LinkRow
from web.shell import schema
from web.shell.database import db, open_engine, transaction
from web.shell.links import link_to, name_in
from web.shell.unsent_store import find_answer
from web.worlds.models import WorldRow


def stored_texts(office: Office) -> str:
    """Everything the database holds, as one text."""
    with office.writing() as there:
        return repr([list(rows_of.rows(there, table)) for table in rows_of.tables(there)])


def test_what_the_database_holds_opens_nothing(client: Browser, office: Office) -> None:
    busy(office)
    run = office.start("canbo1")
    telephone = office.telephone(run)
    with office.writing() as there:
        name = there.execute(select(WorldRow.citizen_link)).scalar_one()
        calendar = there.execute(
            select(LinkRow.code).where(LinkRow.revoked_at.is_(None))
        ).scalar_one()
    assert client.get(telephone).status_code == 200
    assert client.get(f"/cong-dan/{name}/").status_code == 404
    assert client.get(f"/lich-ca-nhan/{calendar}.ics").status_code == 404
    assert telephone.split("/")[2] not in stored_texts(office)


def test_a_refusal_on_the_citizens_side_is_kept_without_the_link(app: Flask) -> None:
    citizen = holder(app)
    citizen.get(DOOR)
    address = citizen.home + DOOR
    wrong = {"nut": "so", "number": "", "password": ""}
    answer = citizen.client.send(address, wrong, headers={"Accept": "text/html"})
    link = citizen.home.split("/")[2]
    with app.app_context(), transaction(db.engine, writes=False) as connection:
        kept = find_answer(connection, answer.location.partition("?tra-loi=")[2])
    assert kept
    assert link not in kept.html + kept.page
    shown = citizen.client.get(answer.location)
    assert (shown.status_code, link in shown.get_data(as_text=True)) == (422, True)


def test_a_mark_is_good_for_its_own_name_and_key_alone(app: Flask) -> None:
    with app.app_context():
        link = link_to("a" * 22)
        assert name_in(link) == "a" * 22
        assert name_in("b" + link[1:]) == ""
        assert name_in(link[:-1] + ("A" if link[-1] != "A" else "B")) == ""
        assert name_in("ă" * 44) == ""


def test_a_link_of_before_still_opens_and_is_shown_anew(
    client: Browser, office: Office, app: Flask
) -> None:
    busy(office)
    old = "c" * 22  # as a telephone has subscribed to it
    with app.app_context():
        hashed = name_in(old)
    assert old not in hashed
    with office.writing() as there:
        whose = select(LinkRow.unit_id, LinkRow.member_id).where(LinkRow.revoked_at.is_(None))
        unit_id, member_id = there.execute(whose).one()
        values = {"unit_id": unit_id, "member_id": member_id, "made_at": office.effects.now()}
        there.execute(insert(LinkRow).values(code=hashed, **values))
    with app.app_context():
        shown = link_to(hashed)
    for link in (old, shown):
        assert client.get(f"/lich-ca-nhan/{link}.ics").status_code == 200


def test_the_upgrade_hashes_links_and_seals_what_there_is(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with transaction(engine) as connection:
        config = schema.alembic_config(connection)
        command.upgrade(config, "0018")
        moment = "'2026-03-02 05:00:00.000000'" if not POSTGRESQL else "'2026-03-02 05:00:00+00'"
        for statement in (
            "INSERT INTO unit (id, code, name) VALUES (1, 'H00', 'Xã Mẫu')",
            "INSERT INTO person (id, username, username_key, full_name, role, unit_id,"  # noqa: S608  # our own text
            " password_hash, must_change_password, active, created_at) VALUES (1, 'canbo', 'canbo',"
            f" 'Trần Mẫu', 'clerk', 1, '', false, true, {moment})",
            "INSERT INTO world (id, unit_id, owner_id, citizen_link, created_at, expires_at)"  # noqa: S608  # our own text
            f" VALUES ('w', 1, 1, 'the-old-link', {moment}, {moment})",
        ):
            connection.execute(text(statement))
        command.upgrade(config, "0019")
        link = connection.execute(text("SELECT citizen_link FROM world")).scalar_one()
        seal = connection.execute(text("SELECT seal FROM person")).scalar_one()
    engine.dispose()
    assert len(link) == 22
    assert link != "the-old-link"
    sealed = '[1,"canbo","canbo","Tr\\u1ea7n M\\u1eabu","clerk",1,1,"2026-03-02 05:00:00.000000"]'
    assert seal == sha256(sealed.encode()).hexdigest()


def test_the_upgrade_makes_what_the_program_reads(app: Flask) -> None:
    migration = Path("web/migrations/versions/0019_links_and_seals.py").read_text("utf-8")
    namespace: dict[str, object] = {}
    exec(migration, namespace)  # noqa: S102  # our own file, whose name is no module's
    digest = namespace["_digest"]
    assert callable(digest)
    with app.app_context():
        assert digest("the-old-link") == name_in("the-old-link")

"""Whether the database answers."""

from sqlalchemy import Connection, text


def ask(connection: Connection) -> None:
    """Ask the shortest question. Raises SQLAlchemyError when nobody answers."""
    connection.execute(text("SELECT 1"))

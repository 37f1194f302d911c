"""Alembic's way in: always run by schema.py, which hands over the connection."""

from alembic import context

from web.models import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    compare_server_default=True,
)

with context.begin_transaction():
    context.run_migrations()

# No more than what is read here: the literals given to configure().
from alembic import context


def run_migrations_online() -> None:
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=None, version_table="alembic_version")

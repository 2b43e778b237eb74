"""Connects Alembic to the database."""
import os
from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, pool

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

url = os.environ.get("DATABASE_URL") or config.get_main_option("sqlalchemy.url")


def configure(**how):
    # Each revision in a transaction of its own: some leave theirs, and what they did before must be kept.
    context.configure(target_metadata=None, transaction_per_migration=True, **how)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    configure(url=url, literal_binds=True, dialect_opts={"paramstyle": "named"})
else:
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        configure(connection=connection)

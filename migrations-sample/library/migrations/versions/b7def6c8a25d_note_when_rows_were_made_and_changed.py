"""Note when rows were made and changed

Revision ID: b7def6c8a25d
Revises: a6cde5b7f14c
Create Date: 2026-03-02 08:30:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "b7def6c8a25d"
down_revision = "a6cde5b7f14c"
branch_labels = None
depends_on = None


TABLES = ["author", "book", "member", "loan"]


def times():
    """New columns each time: a column belongs to one table."""
    yield sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False)
    yield sa.Column("updated_at", sa.DateTime(), nullable=True)


def upgrade():
    for table in TABLES:
        with op.batch_alter_table(table) as batch_op:
            for column in times():
                batch_op.add_column(column)
            batch_op.create_index(f"ix_{table}_created_at", ["created_at"])


def downgrade():
    for table in reversed(TABLES):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_index(f"ix_{table}_created_at")
            batch_op.drop_column("updated_at")
            batch_op.drop_column("created_at")

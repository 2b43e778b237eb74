"""Find members by their name

Revision ID: c0e58d14f26a
Revises: b9d47c03e15f
Create Date: 2026-03-11 09:10:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "c0e58d14f26a"
down_revision = "b9d47c03e15f"
branch_labels = None
depends_on = None


def upgrade():
    # Nobody waits at the desk while the index is built.
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_member_name",
            "member",
            ["name"],
            unique=False,
            postgresql_concurrently=True,
        )


def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_member_name", table_name="member", postgresql_concurrently=True)

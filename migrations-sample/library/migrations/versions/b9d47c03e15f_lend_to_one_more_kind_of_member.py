"""Lend to one more kind of member

Revision ID: b9d47c03e15f
Revises: b7def6c8a25d
Create Date: 2026-03-09 17:20:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# What identifies this revision and what it follows.
revision = "b9d47c03e15f"
down_revision = "b7def6c8a25d"
branch_labels = None
depends_on = None


OLD = sa.Enum("reader", "student", "staff", name="member_kind")
NEW = sa.Enum("reader", "student", "staff", "institution", name="member_kind")


def upgrade():
    if op.get_bind().dialect.name == "postgresql":
        # A new value can't be used in the transaction that adds it.
        with op.get_context().autocommit_block():
            op.execute("ALTER TYPE member_kind ADD VALUE IF NOT EXISTS 'institution'")
    else:
        with op.batch_alter_table("member") as batch_op:
            batch_op.alter_column("kind", existing_type=OLD, type_=NEW, existing_nullable=False)


def downgrade():
    op.execute("UPDATE member SET kind = 'reader' WHERE kind = 'institution'")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TYPE member_kind RENAME TO member_kind_old")
        postgresql.ENUM(*OLD.enums, name="member_kind").create(op.get_bind(), checkfirst=False)
        op.alter_column(
            "member", "kind", existing_type=NEW, type_=OLD, postgresql_using="kind::text::member_kind", existing_nullable=False
        )
        op.execute("DROP TYPE member_kind_old")
    else:
        with op.batch_alter_table("member") as batch_op:
            batch_op.alter_column("kind", existing_type=NEW, type_=OLD, existing_nullable=False)

"""Create the member table

Revision ID: 2b6d1f8ea4c3
Revises: 1a5c0e7d93b2
Create Date: 2026-01-14 10:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "2b6d1f8ea4c3"
down_revision = "1a5c0e7d93b2"
branch_labels = None
depends_on = None


def upgrade():
    # A type of its own on PostgreSQL, made with the table; text on SQLite.
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("kind", sa.Enum("reader", "student", "staff", name="member_kind"), nullable=False),
        sa.Column("blocked", sa.Boolean(), server_default=sa.sql.false(), nullable=False),
        sa.Column("joined", sa.Date(), server_default=sa.func.current_date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("email", name=op.f("uq_member_email")),
    )


def downgrade():
    op.drop_table("member")
    sa.Enum(name="member_kind").drop(op.get_bind(), checkfirst=False)

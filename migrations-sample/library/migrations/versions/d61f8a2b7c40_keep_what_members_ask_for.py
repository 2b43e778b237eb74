"""Keep what members ask for

Revision ID: d61f8a2b7c40
Revises: 37fca5e8b1d2
Create Date: 2026-04-21 11:55:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# What identifies this revision and what it follows.
revision = "d61f8a2b7c40"
down_revision = "37fca5e8b1d2"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), index=True, nullable=False),
        sa.Column("details", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), server_default="{}", nullable=False),
        sa.Column("Asked At", sa.DateTime(timezone=True), server_default=sa.func.current_timestamp()),
        sa.Column("tags", postgresql.ARRAY(sa.String(20)).with_variant(sa.Text(), "sqlite"), nullable=True),
        comment="whatever they'd like to read",
    )
    op.rename_table("wish", "request")


def downgrade():
    op.rename_table("request", "wish")
    op.drop_table("wish")

"""Number the receipts

Revision ID: 04c9d2b58eaf
Revises: f3b8c1a47d9e
Create Date: 2026-03-23 16:15:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "04c9d2b58eaf"
down_revision = "f3b8c1a47d9e"
branch_labels = None
depends_on = None


def receipt_number():
    """Counted by PostgreSQL; on SQLite a plain key counts."""
    if op.get_bind().dialect.name == "postgresql":
        return sa.Column("number", sa.BigInteger(), sa.Identity(always=True, start=1000), primary_key=True)
    return sa.Column("number", sa.Integer(), primary_key=True)


def upgrade():
    op.create_table(
        "receipt",
        receipt_number(),
        sa.Column("fine_id", sa.Integer(), sa.ForeignKey("fine.id", name="fk_receipt_fine"), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("euros", sa.Numeric(precision=10, scale=2), sa.Computed("cents / 100.0", persisted=True)),
        sqlite_autoincrement=True,
    )


def downgrade():
    op.drop_table("receipt")

"""Keep an account of fines

Revision ID: e2a7b0f36c8d
Revises: 
Create Date: 2026-03-18 10:00:00.000000

"""
import enum

from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "e2a7b0f36c8d"
down_revision = None
branch_labels = ("fines")
depends_on = "3c7e1a90b5d2"


class Reason(enum.Enum):
    LATE = "late"
    LOST = "lost"
    TORN = "torn"


def upgrade():
    op.create_table(
        "fine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("loan_id", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Enum(Reason, name="fine_reason", native_enum=False, create_constraint=True), nullable=False),
        sa.Column("paid", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["loan_id"], ["loan.id"], name="fk_fine_loan"),
        sa.PrimaryKeyConstraint("id", name="pk_fine"),
    )


def downgrade():
    op.drop_table("fine")

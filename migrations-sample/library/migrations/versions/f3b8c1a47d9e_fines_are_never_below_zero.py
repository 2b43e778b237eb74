"""Fines are never below zero

Revision ID: f3b8c1a47d9e
Revises: e2a7b0f36c8d
Create Date: 2026-03-19 10:45:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "f3b8c1a47d9e"
down_revision = "e2a7b0f36c8d"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("fine") as batch_op:
        batch_op.create_check_constraint("ck_fine_cents", sa.column("cents") >= 0)
        batch_op.create_unique_constraint("uq_fine_loan_reason", ["loan_id", "reason"])


def downgrade():
    with op.batch_alter_table("fine") as batch_op:
        batch_op.drop_constraint("uq_fine_loan_reason", type_="unique")
        batch_op.drop_constraint("ck_fine_cents", type_="check")

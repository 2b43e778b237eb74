"""Call it returned

Revision ID: d1f69e25a37b
Revises: c0e58d14f26a
Create Date: 2026-03-16 13:35:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "d1f69e25a37b"
down_revision = "c0e58d14f26a"
branch_labels = None
depends_on = None


def upgrade():
    op.drop_index("ux_loan_out", table_name="loan")
    with op.batch_alter_table("loan") as batch_op:
        batch_op.alter_column("back", new_column_name="returned_at", existing_type=sa.DateTime(), existing_nullable=True)
    op.create_index("ux_loan_out", "loan", ["book_id"], unique=True, **where("returned_at IS NULL"))


def downgrade():
    op.drop_index("ux_loan_out", table_name="loan")
    with op.batch_alter_table("loan") as batch_op:
        batch_op.alter_column("returned_at", new_column_name="back", existing_type=sa.DateTime(), existing_nullable=True)
    op.create_index("ux_loan_out", "loan", ["book_id"], unique=True, **where("back IS NULL"))


def where(condition):
    """The same condition in the words of both products."""
    return {f"{dialect}_where": sa.text(condition) for dialect in ("postgresql", "sqlite")}

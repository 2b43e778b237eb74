"""Lend the books

Revision ID: 3c7e1a90b5d2
Revises: 2b6d1f8ea4c3
Create Date: 2026-01-20 16:40:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "3c7e1a90b5d2"
down_revision = "2b6d1f8ea4c3"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "loan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("taken", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("back", sa.DateTime(), nullable=True),
        sa.CheckConstraint(sa.column("due") > sa.column("taken"), name="ck_loan_due"),
        sa.ForeignKeyConstraint(["book_id"], ["book.id"], name="fk_loan_book"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_loan_member", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_loan"),
    )
    # A book is out once at a time.
    op.create_index(
        "ux_loan_out",
        "loan",
        ["book_id"],
        unique=True,
        postgresql_where=sa.text("back IS NULL"),
        sqlite_where=sa.text("back IS NULL"),
    )


def downgrade():
    op.drop_index("ux_loan_out", table_name="loan")
    op.drop_table("loan")

"""Exhibit the overdue loans

Revision ID: 37fca5e8b1d2
Revises: 26ebf4d7a0c1
Create Date: 2026-04-14 15:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "37fca5e8b1d2"
down_revision = "26ebf4d7a0c1"
branch_labels = None
depends_on = None


VIEW = """
    CREATE VIEW overdue AS
    SELECT loan.id, member.name, book.title, loan.due
    FROM loan
    JOIN member ON member.id = loan.member_id
    JOIN book ON book.id = loan.book_id
    WHERE loan.returned_at IS NULL AND loan.due < {now}
"""
NOW = {"postgresql": "now()", "sqlite": "datetime('now')"}


def upgrade():
    op.execute(VIEW.format(now=NOW[op.get_bind().dialect.name]))


def downgrade():
    op.execute("DROP VIEW overdue")

"""Sort the first books

Revision ID: 95bcd4a6e03b
Revises: 8e2b6f41c09d
Create Date: 2026-02-13 09:00:00.000000

"""
import textwrap

from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "95bcd4a6e03b"
down_revision = "8e2b6f41c09d"
branch_labels = None
depends_on = None


SORTED = {"820": ["Emma", "The Last Man"], "880": ["Odyssey"]}


def upgrade():
    for code, titles in SORTED.items():
        names = ", ".join(f"'{title}'" for title in titles)
        op.execute(
            textwrap.dedent(
                f"""
                INSERT INTO book_subject (book_id, subject_code)
                SELECT id, '{code}' FROM book WHERE title IN ({names})
                """
            ).strip()
        )


def downgrade():
    op.execute("DELETE FROM book_subject WHERE subject_code IN ('%s')" % "', '".join(sorted(SORTED)))

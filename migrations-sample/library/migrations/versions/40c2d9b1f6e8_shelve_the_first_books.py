"""Shelve the first books

Revision ID: 40c2d9b1f6e8
Revises: 3c7e1a90b5d2
Create Date: 2026-01-22 08:05:00.000000

"""
import datetime

from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "40c2d9b1f6e8"
down_revision = "3c7e1a90b5d2"
branch_labels = None
depends_on = None


AUTHORS = [
    {"id": 1, "name": "Mary Shelley", "born": datetime.date(1797, 8, 30)},
    {"id": 2, "name": "Jane Austen", "born": datetime.date(1775, 12, 16)},
    {"id": 3, "name": "Homer", "born": None},
]
BOOKS = [
    (1, "Frankenstein; or, The Modern Prometheus", "9780141439471", 273),
    (1, "The Last Man", None, 479),
    (2, "Emma", "9780141439587", 474),
    (3, "Odyssey", "9780140268867", 541),
]

author = sa.table("author", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("born", sa.Date))
book = sa.table(
    "book",
    sa.column("id", sa.Integer),
    sa.column("author_id", sa.Integer),
    sa.column("title", sa.String),
    sa.column("isbn", sa.String),
    sa.column("pages", sa.Integer),
)


def upgrade():
    for row in AUTHORS:
        born = f"'{row['born']:%Y-%m-%d}'" if row["born"] else "NULL"
        op.execute(f"INSERT INTO author (id, name, born) VALUES ({row['id']}, '{row['name']}', {born})")
    op.bulk_insert(
        book,
        [
            {"id": number, "author_id": by, "title": title, "isbn": isbn, "pages": pages}
            for number, (by, title, isbn, pages) in enumerate(BOOKS, start=1)
        ],
    )
    if op.get_bind().dialect.name == "postgresql":
        for table, rows in (("author", AUTHORS), ("book", BOOKS)):
            op.execute("ALTER SEQUENCE %s_id_seq RESTART WITH %d" % (table, len(rows) + 1))


def downgrade():
    op.execute(book.delete().where(book.c.id.between(1, len(BOOKS))))
    op.execute(author.delete().where(author.c.id.in_([row["id"] for row in AUTHORS])))

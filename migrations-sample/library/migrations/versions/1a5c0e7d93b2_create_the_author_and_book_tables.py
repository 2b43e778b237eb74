"""Create the author and book tables

Revision ID: 1a5c0e7d93b2
Revises: 
Create Date: 2026-01-12 09:15:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "1a5c0e7d93b2"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "author",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("born", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author")),
    )
    op.create_table(
        "book",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("isbn", sa.String(length=13), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("price", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.CheckConstraint("pages > 0", name=op.f("ck_book_pages")),
        sa.ForeignKeyConstraint(["author_id"], ["author.id"], name=op.f("fk_book_author_id_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_book")),
        sa.UniqueConstraint("isbn", name=op.f("uq_book_isbn")),
    )
    op.create_index(op.f("ix_book_title"), "book", ["title"], unique=False)


def downgrade():
    op.drop_index(op.f("ix_book_title"), table_name="book")
    op.drop_table("book")
    op.drop_table("author")

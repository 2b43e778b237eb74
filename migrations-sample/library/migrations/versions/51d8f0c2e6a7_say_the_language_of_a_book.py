"""Say the language of a book

Revision ID: 51d8f0c2e6a7
Revises: 40c2d9b1f6e8
Create Date: 2026-02-02 11:30:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# What identifies this revision and what it follows.
revision = "51d8f0c2e6a7"
down_revision = "40c2d9b1f6e8"
branch_labels = None
depends_on = None


LANGUAGES = ("en", "de", "fr")
# The type outlives the column, so it is made and dropped by hand.
language = postgresql.ENUM(*LANGUAGES, name="language", create_type=False)


def upgrade():
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        language.create(bind, checkfirst=True)
        op.add_column("book", sa.Column("language", language, server_default="en", nullable=False))
    else:
        op.add_column("book", sa.Column("language", sa.String(length=2), server_default="en", nullable=False))


def downgrade():
    op.drop_column("book", "language")
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        language.drop(bind, checkfirst=True)

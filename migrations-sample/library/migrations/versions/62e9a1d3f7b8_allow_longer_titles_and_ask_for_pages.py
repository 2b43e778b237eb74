"""Allow longer titles and ask for pages

Revision ID: 62e9a1d3f7b8
Revises: 51d8f0c2e6a7
Create Date: 2026-02-04 14:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "62e9a1d3f7b8"
down_revision = "51d8f0c2e6a7"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("UPDATE book SET pages = 1 WHERE pages IS NULL")
    with op.batch_alter_table("book", schema=None) as batch_op:
        batch_op.alter_column("title", existing_type=sa.String(length=120), type_=sa.String(length=250), existing_nullable=False)
        batch_op.alter_column("pages", existing_type=sa.Integer(), nullable=False)


def downgrade():
    with op.batch_alter_table("book", schema=None) as batch_op:
        batch_op.alter_column("pages", existing_type=sa.Integer(), nullable=True)
        batch_op.alter_column("title", existing_type=sa.String(length=250), type_=sa.String(length=120), existing_nullable=False)

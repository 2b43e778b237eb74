"""Merge the catalogue into the main line

Revision ID: a6cde5b7f14c
Revises: 73fab2e4c819, 95bcd4a6e03b
Create Date: 2026-02-20 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "a6cde5b7f14c"
down_revision = ("73fab2e4c819", "95bcd4a6e03b")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass

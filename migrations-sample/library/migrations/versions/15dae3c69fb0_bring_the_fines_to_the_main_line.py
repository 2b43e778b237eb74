"""Bring the fines to the main line

Revision ID: 15dae3c69fb0
Revises: d1f69e25a37b, 04c9d2b58eaf
Create Date: 2026-03-30 12:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "15dae3c69fb0"
down_revision = ("d1f69e25a37b", "04c9d2b58eaf")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass

"""Search the catalogue

Revision ID: 8e2b6f41c09d
Revises: 84abc3f5d92a
Create Date: 2026-02-12 15:25:00.000000

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# What identifies this revision and what it follows.
revision = "8e2b6f41c09d"
down_revision = "84abc3f5d92a"
branch_labels = None
depends_on = None


def upgrade():
    if op.get_context().dialect.name == "postgresql":
        op.add_column(
            "subject",
            sa.Column("words", postgresql.TSVECTOR(), sa.Computed("to_tsvector('english', label)", persisted=True)),
        )
        op.create_index("ix_subject_words", "subject", ["words"], postgresql_using="gin")
    else:
        op.create_index("ix_subject_words", "subject", [sa.text("lower(label)")])


def downgrade():
    op.drop_index("ix_subject_words", table_name="subject")
    if op.get_context().dialect.name == "postgresql":
        op.drop_column("subject", "words")

"""Begin the catalogue of subjects

Revision ID: 84abc3f5d92a
Revises: 40c2d9b1f6e8
Create Date: 2026-02-06 10:10:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "84abc3f5d92a"
down_revision = "40c2d9b1f6e8"
branch_labels = ("catalogue")
depends_on = None


def upgrade():
    subject = op.create_table(
        "subject",
        sa.Column("code", sa.String(length=3), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False, comment="as it stands on the shelf"),
        sa.Column("parent_code", sa.String(length=3), nullable=True),
        sa.ForeignKeyConstraint(["parent_code"], ["subject.code"], name="fk_subject_parent", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("code", name="pk_subject"),
        comment="after Dewey",
    )
    op.bulk_insert(
        subject,
        [
            {"code": "800", "label": "Literature", "parent_code": None},
            {"code": "810", "label": "American literature", "parent_code": "800"},
            {"code": "820", "label": "English literature", "parent_code": "800"},
            {"code": "880", "label": "Classical & modern Greek literature", "parent_code": "800"},
        ],
    )
    op.create_table(
        "book_subject",
        sa.Column("book_id", sa.Integer(), sa.ForeignKey("book.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("subject_code", sa.String(length=3), sa.ForeignKey("subject.code"), primary_key=True),
    )


def downgrade():
    op.drop_table("book_subject")
    op.drop_table("subject")

"""Write the kind of a member as text

Revision ID: 26ebf4d7a0c1
Revises: 15dae3c69fb0
Create Date: 2026-04-07 09:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "26ebf4d7a0c1"
down_revision = "15dae3c69fb0"
branch_labels = None
depends_on = None


KINDS = ["reader", "student", "staff", "institution"]
NATIVE = sa.Enum(*KINDS, name="member_kind")
TEXT = sa.Enum(*KINDS, name="ck_member_kind", native_enum=False, create_constraint=True)


def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("kind", existing_type=NATIVE, type_=TEXT, existing_nullable=False)
    NATIVE.drop(op.get_bind(), checkfirst=False)


def downgrade():
    NATIVE.create(op.get_bind(), checkfirst=False)
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column(
            "kind", existing_type=TEXT, type_=NATIVE, existing_nullable=False, postgresql_using="kind::member_kind"
        )

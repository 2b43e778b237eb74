"""Split the names of authors

Revision ID: 73fab2e4c819
Revises: 62e9a1d3f7b8
Create Date: 2026-02-10 09:45:00.000000

"""
from alembic import op
import sqlalchemy as sa

# What identifies this revision and what it follows.
revision = "73fab2e4c819"
down_revision = "62e9a1d3f7b8"
branch_labels = None
depends_on = None


author = sa.table(
    "author",
    sa.column("id", sa.Integer),
    sa.column("name", sa.String),
    sa.column("family_name", sa.String),
    sa.column("known_by_one_name", sa.Boolean),
)
NAMES = {"Mary Shelley": "Shelley", "Jane Austen": "Austen"}


def upgrade():
    op.add_column("author", sa.Column("family_name", sa.String(length=100), nullable=True))
    op.add_column("author", sa.Column("known_by_one_name", sa.Boolean(), server_default=sa.sql.false(), nullable=False))
    for name, family_name in NAMES.items():
        op.execute(author.update().where(author.c.name == name).values(family_name=family_name))
    op.execute(
        author.update()
        .where(sa.and_(author.c.family_name.is_(None), sa.not_(author.c.name.contains(" "))))
        .values(family_name=author.c.name, known_by_one_name=sa.true())
    )
    with op.batch_alter_table("author") as batch_op:
        batch_op.alter_column("family_name", existing_type=sa.String(length=100), nullable=False)


def downgrade():
    with op.batch_alter_table("author") as batch_op:
        batch_op.drop_column("known_by_one_name")
        batch_op.drop_column("family_name")

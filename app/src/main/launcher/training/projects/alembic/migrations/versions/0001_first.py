"""First

Revision ID: 0001
Revises:
Create Date: 2026-01-01 09:00:00.000000

"""
from typing import Sequence, Union

revision: str = "0001"
down_revision: Union[str, None] = None
branch_labels: Union[str, Sequence[str], None] = ("training",)
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

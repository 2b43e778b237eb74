# What the cases start from: each function makes one thing that a case names after "given:".


def account():
    """Three people, without any constraint but the key."""
    table = op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.bulk_insert(
        table,
        [
            {"id": 1, "name": "Ada", "email": "ada@example.org", "age": 36, "note": None},
            {"id": 2, "name": "Grace", "email": None, "age": 85, "note": "admiral"},
            {"id": 3, "name": "Alan", "email": "alan@example.org", "age": 41, "note": "it's him"},
        ],
    )


def member():
    """Every kind of constraint, named, with an index and a row; needs account."""
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("level", sa.Integer(), server_default="1", nullable=False),
        sa.Column("status", sa.String(length=20), server_default="new", nullable=True),
        sa.CheckConstraint("level > 0", name="ck_member_level"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_member_account"),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("code", name="uq_member_code"),
    )
    op.create_index("ix_member_status", "member", ["status"], unique=False)
    op.execute("INSERT INTO member (id, account_id, code, level, status) VALUES (7, 1, 'A-1', 2, 'old')")


def pair():
    """A key of two columns."""
    op.create_table(
        "pair",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=30), nullable=True),
        sa.PrimaryKeyConstraint("a", "b", name="pk_pair"),
    )
    op.execute("INSERT INTO pair (a, b, text) VALUES (1, 2, 'one'), (1, 3, 'two')")


def keyless():
    """A table without a key."""
    op.create_table(
        "keyless",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=5), nullable=True),
        sa.Column("starts", sa.DateTime(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=True),
    )
    op.execute("INSERT INTO keyless (id, kind) VALUES (1, 'x')")


def shop_schema():
    """A schema beside the usual one, with a table in it; PostgreSQL."""
    op.execute("CREATE SCHEMA shop")
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=40), nullable=True),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_item"),
        schema="shop",
    )


def mood_type():
    """An enumeration of PostgreSQL's own and a table that uses it."""
    op.execute("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')")
    op.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, feels mood)")
    op.execute("INSERT INTO person (id, feels) VALUES (1, 'ok')")


def log():
    """A place to write down what a revision hears."""
    op.create_table("log", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("said", sa.Text()))

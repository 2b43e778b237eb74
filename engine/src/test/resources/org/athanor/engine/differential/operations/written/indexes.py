# case: an index
# given: account
def upgrade():
    op.create_index("ix_account_name", "account", ["name"])

def downgrade():
    op.drop_index("ix_account_name", table_name="account")

# case: an index over several columns
# given: account
def upgrade():
    op.create_index(op.f("ix_account_name_age"), "account", ["name", "age"], unique=False)

def downgrade():
    op.drop_index(op.f("ix_account_name_age"), "account")

# case: a unique index
# given: account
def upgrade():
    op.create_index("ux_account_name", "account", ["name"], unique=True)

def downgrade():
    op.drop_index("ux_account_name")

# case: an index of an expression
# given: account
def upgrade():
    op.create_index("ix_lower", "account", [sa.text("lower(name)")])
    op.create_index("ix_lower_unique", "account", [sa.text("lower(email)"), "age"], unique=True)

def downgrade():
    op.drop_index("ix_lower_unique", table_name="account")
    op.drop_index("ix_lower", table_name="account")

# case: an index of a function
# given: account
def upgrade():
    op.create_index("ix_f", "account", [sa.func.lower(sa.column("name"))])
    op.create_index("ix_g", "account", [sa.literal_column("(age + 1)"), sa.func.coalesce(sa.column("note"), "none")])

def downgrade():
    op.drop_index("ix_g", "account")
    op.drop_index("ix_f", "account")

# case: an index that goes down
# given: account
# runs: postgresql (SQLite has no place for nulls in an index)
def upgrade():
    op.create_index("ix_down", "account", [sa.text("age DESC")])
    op.create_index("ix_down_too", "account", [sa.desc("age"), sa.column("name").asc()])
    op.create_index("ix_nulls", "account", [sa.text("age DESC NULLS LAST"), sa.column("id").desc().nullslast()])

def downgrade():
    op.drop_index("ix_nulls", "account")
    op.drop_index("ix_down_too", "account")
    op.drop_index("ix_down", "account")

# case: an index of some rows
# given: account
def upgrade():
    op.create_index(
        "ix_part",
        "account",
        ["email"],
        unique=True,
        postgresql_where=sa.text("email IS NOT NULL"),
        sqlite_where=sa.text("email IS NOT NULL"),
    )

def downgrade():
    op.drop_index("ix_part", table_name="account", postgresql_where=sa.text("email IS NOT NULL"), sqlite_where=sa.text("email IS NOT NULL"))

# case: an index of some rows by an expression
# given: account
def upgrade():
    op.create_index("ix_part", "account", ["email"], postgresql_where=sa.column("age") > 17, sqlite_where=sa.column("note").is_(None))

def downgrade():
    op.drop_index("ix_part", "account")

# case: an index of some rows by text alone
# only: postgresql
# given: account
def upgrade():
    op.create_index("ix_part", "account", ["email"], postgresql_where="age > 17", sqlite_where="age > 17")

def downgrade():
    op.drop_index("ix_part", "account")

# case: an index of a kind
# given: account
def upgrade():
    op.create_index("ix_hash", "account", ["name"], postgresql_using="hash")
    op.create_index("ix_tree", "account", ["age"], postgresql_using="btree")

def downgrade():
    op.drop_index("ix_tree", table_name="account", postgresql_using="btree")
    op.drop_index("ix_hash", table_name="account", postgresql_using="hash")

# case: an index over documents and arrays
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.JSONB()), sa.Column("b", postgresql.ARRAY(sa.Text())), sa.Column("c", postgresql.TSVECTOR()))
    op.create_index("ix_a", "t", ["a"], postgresql_using="gin", postgresql_ops={"a": "jsonb_path_ops"})
    op.create_index("ix_b", "t", ["b"], unique=False, postgresql_using="gin")
    op.create_index("ix_c", "t", [sa.text("c"), sa.text("(a ->> 'x')")], postgresql_using="btree")

def downgrade():
    op.drop_index("ix_c", "t", postgresql_using="gin")
    op.drop_index("ix_b", "t")
    op.drop_index("ix_a", "t", postgresql_using="gin", postgresql_ops={"a": "jsonb_path_ops"})
    op.drop_table("t")

# case: an index with other ways to compare
# given: account
def upgrade():
    op.create_index("ix_ops", "account", ["name", "email"], postgresql_ops={"name": "text_pattern_ops"})

def downgrade():
    op.drop_index("ix_ops", "account")

# case: other ways to compare, for an expression
# given: account
# only: postgresql
def upgrade():
    op.create_index("ix_ops", "account", [sa.func.lower(sa.column("name")).label("low"), "id"], postgresql_ops={"low": "text_pattern_ops", "id": "int4_ops"})

def downgrade():
    op.drop_index("ix_ops", "account")

# case: an index that carries more
# given: account
def upgrade():
    op.create_index("ix_more", "account", ["name"], unique=True, postgresql_include=["email", "age"])
    op.create_index("ix_none", "account", ["age"], postgresql_include=[])

def downgrade():
    op.drop_index("ix_none", "account", postgresql_include=[])
    op.drop_index("ix_more", "account", postgresql_include=["email", "age"])

# case: an index with room to grow
# given: account
# only: postgresql
def upgrade():
    op.create_index("ix_room", "account", ["name"], postgresql_with={"fillfactor": 50})

def downgrade():
    op.drop_index("ix_room", "account")

# case: an index somewhere else
# given: account
# only: postgresql
def upgrade():
    op.create_index("ix_space", "account", ["name"], postgresql_tablespace="pg_default")

def downgrade():
    op.drop_index("ix_space", "account")

# case: everything about an index
# given: account
# only: postgresql
def upgrade():
    op.create_index(
        "ix_all",
        "account",
        ["name"],
        unique=True,
        postgresql_using="btree",
        postgresql_include=["age"],
        postgresql_with={"fillfactor": 70},
        postgresql_where=sa.text("age > 1"),
        postgresql_ops={"name": "varchar_pattern_ops"},
    )

def downgrade():
    op.drop_index("ix_all", table_name="account")

# case: an index in which nulls are alike
# since: SQLAlchemy 2.0.16
# given: account
# postgresql up: CREATE UNIQUE INDEX ix_nulls ON account (email) NULLS NOT DISTINCT;
# sqlite up: CREATE UNIQUE INDEX ix_nulls ON account (email);
def upgrade():
    op.create_index("ix_nulls", "account", ["email"], unique=True, postgresql_nulls_not_distinct=True)

def downgrade():
    op.drop_index("ix_nulls", "account")

# case: an index without standing in the way
# given: account
# runs: sqlite (not inside of a transaction)
def upgrade():
    op.create_index("ix_slow", "account", ["name"], postgresql_concurrently=True)

def downgrade():
    op.drop_index("ix_slow", table_name="account", postgresql_concurrently=True)

# case: an index outside of the transaction
# given: account
def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_slow", "account", ["name"], unique=False, postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_slow", table_name="account", postgresql_concurrently=True)

# case: an index unless it is there
# since: Alembic 1.12
# given: account
# postgresql up: CREATE INDEX IF NOT EXISTS ix_once ON account (name);
# postgresql up: CREATE INDEX IF NOT EXISTS ix_once ON account (name);
# postgresql down: DROP INDEX IF EXISTS ix_once;
# postgresql down: DROP INDEX IF EXISTS ix_once;
# sqlite up: CREATE INDEX IF NOT EXISTS ix_once ON account (name);
# sqlite up: CREATE INDEX IF NOT EXISTS ix_once ON account (name);
# sqlite down: DROP INDEX IF EXISTS ix_once;
# sqlite down: DROP INDEX IF EXISTS ix_once;
def upgrade():
    op.create_index("ix_once", "account", ["name"], if_not_exists=True)
    op.create_index("ix_once", "account", ["name"], if_not_exists=True)

def downgrade():
    op.drop_index("ix_once", table_name="account", if_exists=True)
    op.drop_index("ix_once", if_exists=True)

# case: an index unless it is there, without standing in the way
# since: Alembic 1.12
# given: account
# postgresql up: outside: CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix_once ON account (name);
# postgresql down: outside: DROP INDEX CONCURRENTLY IF EXISTS ix_once;
# sqlite up: CREATE UNIQUE INDEX IF NOT EXISTS ix_once ON account (name);
# sqlite down: DROP INDEX IF EXISTS ix_once;
def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_once", "account", ["name"], if_not_exists=True, postgresql_concurrently=True, unique=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_once", "account", if_exists=True, postgresql_concurrently=True)

# case: an index in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_index("ix_shop_item_title", "item", ["title"], schema="shop", unique=True)

def downgrade():
    op.drop_index("ix_shop_item_title", table_name="item", schema="shop")

# case: an index in another schema of SQLite
# only: sqlite
# runs: nowhere (no such schema is attached)
def upgrade():
    op.create_index("ix_shop_item_title", "item", ["title"], schema="shop")

def downgrade():
    op.drop_index("ix_shop_item_title", table_name="item", schema="shop")

# case: an index without a name
# given: account
def upgrade():
    op.create_index(None, "account", ["age"])

def downgrade():
    op.drop_index("ix_account_age", "account")

# case: an index whose name needs quotes
# given: account
def upgrade():
    op.create_index("Ix Name", "account", ["name"])

def downgrade():
    op.drop_index("Ix Name", "account")

# case: an index on columns that need quotes
def upgrade():
    op.create_table("Mixed", sa.Column("Id", sa.Integer()), sa.Column("order", sa.Integer()))
    op.create_index("ix_mixed", "Mixed", ["Id", "order"])

def downgrade():
    op.drop_index("ix_mixed", "Mixed")
    op.drop_table("Mixed")

# case: arguments of create_index by their names
# given: account
def upgrade():
    op.create_index(index_name="ix_account_name", table_name="account", columns=["name"], unique=False)

def downgrade():
    op.drop_index(index_name="ix_account_name", table_name="account")

# case: indexes from a list
# given: account
INDEXES = [("ix_a", ["name"]), ("ix_b", ["email", "age"])]

def upgrade():
    for name, columns in INDEXES:
        op.create_index(name, "account", columns)

def downgrade():
    for name, _ in INDEXES[::-1]:
        op.drop_index(name, "account")

# case: an index that SQLite knows too
# given: account
# only: sqlite
def upgrade():
    op.create_index("ix_w", "account", ["age"], unique=True, sqlite_where=sa.and_(sa.column("age") > 3, sa.column("note") == "x"))

def downgrade():
    op.drop_index("ix_w", "account", sqlite_where=sa.text("x"))

# case: words for another product in an index
# given: account
def upgrade():
    op.create_index("ix_my", "account", ["name"], mysql_length=10)

def downgrade():
    op.drop_index("ix_my", "account")

# case: an unknown word for an index is refused
# given: account
def upgrade():
    op.create_index("ix_x", "account", ["name"], postgresql_nonsense=True)

def downgrade():
    op.create_index("ix_x", "account", ["name"], uniqe=True)

# case: an index over words of a text
# only: postgresql
# given: account
def upgrade():
    op.create_index("ix_words", "account", [sa.text("to_tsvector('english', note)")], postgresql_using="gin")
    op.create_index("ix_words_two", "account", [sa.func.to_tsvector(sa.literal_column("'english'"), sa.column("note"))], postgresql_using="gin")

def downgrade():
    op.drop_index("ix_words_two", "account")
    op.drop_index("ix_words", "account")

# case: an index by raw SQL outside of the transaction
# given: account
def upgrade():
    with op.get_context().autocommit_block():
        op.execute("CREATE INDEX ix_raw ON account (name)")
    op.execute("UPDATE account SET age = age + 1")

def downgrade():
    op.execute("UPDATE account SET age = age - 1")
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX ix_raw")
    op.execute("UPDATE account SET note = 'down' WHERE id = 1")

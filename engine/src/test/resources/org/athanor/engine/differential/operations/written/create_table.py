# case: an integer key counts
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id"))

def downgrade():
    op.drop_table("t")

# case: a key said at the column
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50)))

def downgrade():
    op.drop_table("t")

# case: a big integer key
def upgrade():
    op.create_table("t", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("n", sa.BigInteger))

def downgrade():
    op.drop_table("t")

# case: a small integer key
def upgrade():
    op.create_table("t", sa.Column("id", sa.SmallInteger(), primary_key=True))

def downgrade():
    op.drop_table("t")

# case: a key that doesn't count
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False))

def downgrade():
    op.drop_table("t")

# case: a key that counts, said aloud
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=50), autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("t_pkey")),
    )

def downgrade():
    op.drop_table("t")

# case: a key of text
def upgrade():
    op.create_table("t", sa.Column("code", sa.String(10), primary_key=True), sa.Column("n", sa.Integer))

def downgrade():
    op.drop_table("t")

# case: a key of two columns doesn't count
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )

def downgrade():
    op.drop_table("t")

# case: a key of two columns said at the columns
def upgrade():
    op.create_table(
        "t", sa.Column("a", sa.Integer, primary_key=True), sa.Column("b", sa.String(3), primary_key=True)
    )

def downgrade():
    op.drop_table("t")

# case: a key of two columns of which one counts
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("b", sa.Integer, primary_key=True),
    )

def downgrade():
    op.drop_table("t")

# case: a key that is a foreign key doesn't count
# given: account
def upgrade():
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), sa.ForeignKey("account.id"), primary_key=True),
        sa.Column("about", sa.Text()),
    )

def downgrade():
    op.drop_table("profile")

# case: a key that is a foreign key by a constraint of the table
# given: account
def upgrade():
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )

def downgrade():
    op.drop_table("profile")

# case: a key with a default doesn't count
# runs: postgresql
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True, server_default=sa.text("7")))

def downgrade():
    op.drop_table("t")

# case: a key with a sequence
# runs: sqlite (the sequence isn't made by a table)
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, sa.Sequence("t_id_seq"), primary_key=True))

def downgrade():
    op.drop_table("t")

# case: a named key
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_t"))

def downgrade():
    op.drop_table("t")

# case: a table without a key
def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Text()))

def downgrade():
    op.drop_table("t")

# case: a table without columns
# runs: postgresql
def upgrade():
    op.create_table("t")

def downgrade():
    op.drop_table("t")

# case: null and not null
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, nullable=True),
        sa.Column("b", sa.Integer, nullable=False),
        sa.Column("c", sa.Integer),
    )

def downgrade():
    op.drop_table("t")

# case: defaults of text
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a VARCHAR(20) DEFAULT 'new', b VARCHAR(20) DEFAULT 'it''s', c VARCHAR(20) DEFAULT '', d INTEGER DEFAULT '0', e VARCHAR(20) DEFAULT 'a%b:c\d' );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String(20), server_default="new"),
        sa.Column("b", sa.String(20), server_default="it's"),
        sa.Column("c", sa.String(20), server_default=""),
        sa.Column("d", sa.Integer, server_default="0"),
        sa.Column("e", sa.String(20), server_default="a%b:c\\d"),
    )

def downgrade():
    op.drop_table("t")

# case: defaults of SQL
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( a INTEGER DEFAULT 42, b INTEGER DEFAULT (1 + 1), c VARCHAR(9) DEFAULT 'x', d INTEGER DEFAULT (3), e INTEGER DEFAULT 5 );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, server_default=sa.text("42")),
        sa.Column("b", sa.Integer, server_default=sa.text("1 + 1")),
        sa.Column("c", sa.String(9), server_default=sa.text("'x'")),
        sa.Column("d", sa.Integer, server_default=sa.text("(3)")),
        sa.Column("e", sa.Integer, server_default=sa.literal_column("5")),
    )

def downgrade():
    op.drop_table("t")

# case: defaults of time
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( a DATETIME DEFAULT CURRENT_TIMESTAMP, b DATETIME DEFAULT CURRENT_TIMESTAMP, c DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, d DATE DEFAULT CURRENT_DATE, e TIME DEFAULT CURRENT_TIME );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.DateTime(), server_default=sa.func.now()),
        sa.Column("b", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),
        sa.Column("c", sa.DateTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.Column("d", sa.Date(), server_default=sa.func.current_date()),
        sa.Column("e", sa.Time(), server_default=sa.func.current_time()),
    )

def downgrade():
    op.drop_table("t")

# case: now() as text
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.DateTime(), server_default=sa.text("now()"), nullable=False),
        sa.Column("b", sa.DateTime(), server_default=sa.text("timezone('utc', now())")),
        sa.Column("c", sa.DateTime(), server_default=sa.func.timezone("utc", sa.func.now())),
    )

def downgrade():
    op.drop_table("t")

# case: defaults of truth
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( a BOOLEAN DEFAULT 0 NOT NULL, b BOOLEAN DEFAULT 1, c BOOLEAN DEFAULT 1, d BOOLEAN DEFAULT false, e BOOLEAN DEFAULT '1' );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Boolean(), server_default=sa.sql.false(), nullable=False),
        sa.Column("b", sa.Boolean(), server_default=sa.true()),
        sa.Column("c", sa.Boolean(), server_default=sa.sql.expression.true()),
        sa.Column("d", sa.Boolean(), server_default=sa.text("false")),
        sa.Column("e", sa.Boolean(), server_default="1"),
    )

def downgrade():
    op.drop_table("t")

# case: a default of null
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( a INTEGER DEFAULT NULL );
def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer(), server_default=sa.null()))

def downgrade():
    op.drop_table("t")

# case: a default of a function with arguments
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Uuid() if hasattr(sa, "Uuid") else postgresql.UUID(), server_default=sa.func.gen_random_uuid(), primary_key=True),
        sa.Column("a", sa.String(), server_default=sa.func.concat("a", sa.literal("b"), 3)),
        sa.Column("b", sa.Integer(), server_default=sa.func.abs(-4)),
    )

def downgrade():
    op.drop_table("t")

# case: a default that is a bare function
def upgrade():
    op.create_table("t", sa.Column("a", sa.String(), server_default=sa.func.lower("ABC")))

def downgrade():
    op.drop_table("t")

# case: a default of the client prints nothing
def upgrade():
    import datetime

    op.create_table(
        "t",
        sa.Column("a", sa.Integer, default=3),
        sa.Column("b", sa.DateTime, default=datetime.datetime.utcnow, onupdate=datetime.datetime.utcnow),
        sa.Column("c", sa.DateTime, default=sa.func.now(), server_onupdate=sa.FetchedValue()),
    )

def downgrade():
    op.drop_table("t")

# case: unique at the column
def upgrade():
    op.create_table(
        "t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("code", sa.String(8), unique=True, nullable=False)
    )

def downgrade():
    op.drop_table("t")

# case: an index at the column
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(8), index=True),
        sa.Column("other", sa.String(8), index=True, unique=True),
    )

def downgrade():
    op.drop_table("t")

# case: constraints of the table
# given: account
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.CheckConstraint("id > 0", name="ck_t_id"),
        sa.CheckConstraint("code <> ''"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_t_account", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_t"),
        sa.UniqueConstraint("code", "account_id", name="uq_t_code"),
        sa.UniqueConstraint("account_id"),
    )

def downgrade():
    op.drop_table("t")

# case: constraints before columns keep the order of the columns
def upgrade():
    op.create_table(
        "t",
        sa.UniqueConstraint("b", name="uq_b"),
        sa.PrimaryKeyConstraint("a"),
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.Integer()),
    )

def downgrade():
    op.drop_table("t")

# case: a foreign key at the column with every option
# given: account
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "account_id",
            sa.Integer,
            sa.ForeignKey(
                "account.id",
                name="fk_t_account",
                onupdate="CASCADE",
                ondelete="SET NULL",
                deferrable=True,
                initially="DEFERRED",
                match="FULL",
            ),
        ),
    )

def downgrade():
    op.drop_table("t")

# case: a foreign key that takes its type
# given: account
def upgrade():
    op.create_table(
        "t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("account_id", None, sa.ForeignKey("account.id"))
    )

def downgrade():
    op.drop_table("t")

# case: a foreign key with an option switched off
# given: account
def upgrade():
    op.create_table(
        "t",
        sa.Column("account_id", sa.Integer),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], deferrable=False, ondelete="RESTRICT"),
    )

def downgrade():
    op.drop_table("t")

# case: a foreign key over two columns
# given: pair
def upgrade():
    op.create_table(
        "t",
        sa.Column("x", sa.Integer),
        sa.Column("y", sa.Integer),
        sa.ForeignKeyConstraint(["x", "y"], ["pair.a", "pair.b"], name="fk_t_pair", onupdate="NO ACTION"),
    )

def downgrade():
    op.drop_table("t")

# case: a foreign key to the same table
def upgrade():
    op.create_table(
        "node",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("node.id", ondelete="CASCADE"), nullable=True),
    )

def downgrade():
    op.drop_table("node")

# case: a foreign key made later
# given: account
# runs: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("account.id", use_alter=True, name="fk_later")),
    )

def downgrade():
    op.drop_table("t")

# case: a check at the column
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, sa.CheckConstraint("a > 5", name="ck_a")),
        sa.Column("b", sa.Integer, sa.CheckConstraint("b < 5"), nullable=False),
    )

def downgrade():
    op.drop_table("t")

# case: a check as an expression
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String(5)),
        sa.CheckConstraint(sa.column("a") > 5, name="ck_a"),
        sa.CheckConstraint(sa.and_(sa.column("b") != "x", sa.column("b").in_(["p", "q"])), name="ck_b"),
        sa.CheckConstraint(sa.text("a < 100"), name="ck_c"),
    )

def downgrade():
    op.drop_table("t")

# case: a deferrable unique constraint
# runs: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.UniqueConstraint("a", name="uq_a", deferrable=True, initially="DEFERRED"),
    )

def downgrade():
    op.drop_table("t")

# case: a unique constraint that answers conflicts
# only: sqlite
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer),
        sa.Column("a", sa.Integer),
        sa.PrimaryKeyConstraint("id", sqlite_on_conflict="FAIL"),
        sa.UniqueConstraint("a", name="uq_a", sqlite_on_conflict="IGNORE"),
    )

def downgrade():
    op.drop_table("t")

# case: columns that answer conflicts
# only: sqlite
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True, sqlite_on_conflict_primary_key="FAIL"),
        sa.Column("a", sa.Integer, nullable=False, sqlite_on_conflict_not_null="FAIL"),
        sa.Column("b", sa.Integer, unique=True, sqlite_on_conflict_unique="IGNORE"),
    )

def downgrade():
    op.drop_table("t")

# case: nulls that are alike
# since: SQLAlchemy 2.0.16
# postgresql up: CREATE TABLE t ( a INTEGER, CONSTRAINT uq_a UNIQUE NULLS NOT DISTINCT (a) );
# sqlite up: CREATE TABLE t ( a INTEGER, CONSTRAINT uq_a UNIQUE (a) );
def upgrade():
    op.create_table(
        "t", sa.Column("a", sa.Integer), sa.UniqueConstraint("a", name="uq_a", postgresql_nulls_not_distinct=True)
    )

def downgrade():
    op.drop_table("t")

# case: comments of table and columns
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( id SERIAL NOT NULL, a VARCHAR(5), PRIMARY KEY (id) );
# postgresql up: COMMENT ON TABLE t IS 'all of it: \ ''quoted''';
# postgresql up: COMMENT ON COLUMN t.id IS 'the key';
# postgresql up: COMMENT ON COLUMN t.a IS 'it''s a 100% "thing"';
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, primary_key=True, comment="the key"),
        sa.Column("a", sa.String(5), comment="it's a 100% \"thing\""),
        comment="all of it: \\ 'quoted'",
    )

def downgrade():
    op.drop_table("t")

# case: another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_table(
        "stock",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item_id", sa.Integer, sa.ForeignKey("shop.item.id", name="fk_stock_item"), index=True),
        sa.Column("code", sa.String(5), unique=True, comment="of the shop"),
        schema="shop",
        comment="what is there",
    )

def downgrade():
    op.drop_table("stock", schema="shop")

# case: another schema on SQLite
# only: sqlite
# runs: nowhere (no such schema is attached)
def upgrade():
    op.create_table(
        "stock",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item_id", sa.Integer, sa.ForeignKey("shop.item.id"), index=True),
        sa.Column("other_id", sa.Integer, sa.ForeignKey("other.thing.id")),
        schema="shop",
    )

def downgrade():
    op.drop_table("stock", schema="shop")

# case: a foreign key into another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("item_id", sa.Integer),
        sa.ForeignKeyConstraint(["item_id"], ["shop.item.id"], name="fk_t_item"),
    )

def downgrade():
    op.drop_table("t")

# case: names that need quotes
def upgrade():
    op.create_table(
        "Order",
        sa.Column("Id", sa.Integer, primary_key=True),
        sa.Column("user", sa.String(5)),
        sa.Column("select", sa.String(5), index=True),
        sa.Column("with space", sa.String(5)),
        sa.Column("1st", sa.String(5)),
        sa.Column("naïve", sa.String(5)),
        sa.Column("a$b", sa.String(5)),
        sa.Column('quo"te', sa.String(5)),
        sa.Column("_under", sa.String(5)),
        sa.Column("limit", sa.String(5)),
        sa.Column("timestamp", sa.String(5)),
        sa.UniqueConstraint("user", "with space", name="Uq Order"),
    )

def downgrade():
    op.drop_table("Order")

# case: reserved words of either product
def upgrade():
    words = ["abort", "all", "analyse", "array", "asc", "between", "case", "check", "collate", "column", "current_user",
             "default", "desc", "distinct", "do", "else", "end", "exists", "false", "fetch", "for", "from", "glob", "group",
             "ilike", "index", "is", "isnull", "key", "like", "natural", "new", "notnull", "null", "off", "offset", "old",
             "on", "only", "order", "over", "placing", "primary", "references", "replace", "row", "session_user", "some",
             "symmetric", "table", "temp", "then", "to", "trigger", "true", "union", "update", "user", "using", "values",
             "verbose", "view", "virtual", "when", "where", "window", "with", "year", "zone"]
    op.create_table("t", *[sa.Column(word, sa.Integer) for word in words])

def downgrade():
    op.drop_table("t")

# case: quotes that are asked for
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, quote=True),
        sa.Column(sa.sql.quoted_name("b", quote=True), sa.Integer),
        sa.Column("CamelCase", sa.Integer, quote=False),
    )

def downgrade():
    op.drop_table("t")

# case: words between CREATE and TABLE
# runs: nowhere (a temporary table ends with its connection)
def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer), prefixes=["TEMPORARY"])

def downgrade():
    op.drop_table("t")

# case: an unlogged table with storage options
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        prefixes=["UNLOGGED"],
        postgresql_with_oids=False,
        postgresql_tablespace="pg_default",
    )

def downgrade():
    op.drop_table("t")

# case: a table in partitions
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        postgresql_partition_by="RANGE (day)",
    )
    op.execute("CREATE TABLE t_2026 PARTITION OF t FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")

def downgrade():
    op.drop_table("t_2026")
    op.drop_table("t")

# case: a table that inherits
# given: account
# only: postgresql
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( extra INTEGER ) INHERITS (account);
def upgrade():
    op.create_table("t", sa.Column("extra", sa.Integer), postgresql_inherits="account")

def downgrade():
    op.drop_table("t")

# case: what happens at commit
# only: postgresql
# runs: nowhere (only for temporary tables in one transaction)
def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer), prefixes=["TEMP"], postgresql_on_commit="PRESERVE ROWS")

def downgrade():
    op.drop_table("t")

# case: a key that never counts backwards
# only: sqlite
def upgrade():
    op.create_table(
        "t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("a", sa.Text), sqlite_autoincrement=True
    )

def downgrade():
    op.drop_table("t")

# case: a table without row ids
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sqlite_with_rowid=False)

def downgrade():
    op.drop_table("t")

# case: a strict table
# since: SQLAlchemy 2.0.37
# only: sqlite
# sqlite up: CREATE TABLE t ( id INTEGER NOT NULL, PRIMARY KEY (id) ) STRICT;
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sqlite_strict=True)

def downgrade():
    op.drop_table("t")

# case: a table unless it is there
# since: Alembic 1.13.3
# postgresql up: CREATE TABLE IF NOT EXISTS t ( id SERIAL NOT NULL, PRIMARY KEY (id) );
# postgresql up: CREATE INDEX ix_t_id ON t (id);
# postgresql up: CREATE TABLE IF NOT EXISTS t ( id SERIAL NOT NULL, PRIMARY KEY (id) );
# postgresql down: DROP TABLE IF EXISTS t;
# postgresql down: DROP TABLE IF EXISTS t;
# sqlite up: CREATE TABLE IF NOT EXISTS t ( id INTEGER NOT NULL, PRIMARY KEY (id) );
# sqlite up: CREATE INDEX ix_t_id ON t (id);
# sqlite up: CREATE TABLE IF NOT EXISTS t ( id INTEGER NOT NULL, PRIMARY KEY (id) );
# sqlite down: DROP TABLE IF EXISTS t;
# sqlite down: DROP TABLE IF EXISTS t;
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True, index=True), if_not_exists=True)
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), if_not_exists=True)

def downgrade():
    op.drop_table("t", if_exists=True)
    op.drop_table("t", if_exists=True)

# case: options that print nothing
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer, key="b", doc="of no use here", info={"x": 1}),
        info={"y": 2},
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
    )

def downgrade():
    op.drop_table("t")

# case: a computed column
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("twice", sa.Integer, sa.Computed("a * 2", persisted=True)),
    )

def downgrade():
    op.drop_table("t")

# case: a computed column of which nobody says whether it is kept
def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer), sa.Column("twice", sa.Integer, sa.Computed("a * 2")))

def downgrade():
    op.drop_table("t")

# case: a computed column that isn't kept
# only: sqlite
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("twice", sa.Integer, sa.Computed("a * 2")),
        sa.Column("thrice", sa.Integer, sa.Computed("a * 3", persisted=False)),
    )

def downgrade():
    op.drop_table("t")

# case: a computed column by an expression
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("name", sa.String(10)),
        sa.Column("low", sa.String(10), sa.Computed(sa.func.lower(sa.column("name")), persisted=True), nullable=False),
    )

def downgrade():
    op.drop_table("t")

# case: identity columns
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("n", sa.BigInteger, sa.Identity(always=True, start=10, increment=5, minvalue=1, maxvalue=1000, cycle=True, cache=3)),
    )
    op.create_table("u", sa.Column("id", sa.Integer, sa.Identity(start=5, nominvalue=True, nomaxvalue=True, cycle=False)))

def downgrade():
    op.drop_table("u")
    op.drop_table("t")

# case: an identity column on SQLite is an integer
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, sa.Identity(always=True), primary_key=True))

def downgrade():
    op.drop_table("t")

# case: a collation
def upgrade():
    op.create_table("t", sa.Column("a", sa.String(10, collation="C" if op.get_bind().dialect.name == "postgresql" else "NOCASE")))

def downgrade():
    op.drop_table("t")

# case: an exclusion
# only: postgresql
def upgrade():
    op.create_table(
        "booking",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("during", postgresql.TSRANGE()),
        postgresql.ExcludeConstraint(("during", "&&"), name="ex_booking"),
        postgresql.ExcludeConstraint((sa.column("during"), "&&"), using="gist", where=sa.text("id > 5"), name="ex_two"),
    )

def downgrade():
    op.drop_table("booking")

# case: columns from a list and a helper
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( id INTEGER NOT NULL, created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, updated_at DATETIME, PRIMARY KEY (id) );
def timestamps():
    return [
        sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=True),
    ]

def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), *timestamps())

def downgrade():
    op.drop_table("t")

# case: an index among the columns
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.Integer),
        sa.Index("ix_t_ab", "a", "b"),
        sa.Index("ux_t_b", "b", unique=True),
    )

def downgrade():
    op.drop_table("t")

# case: what create_table gives back
def upgrade():
    t = op.create_table("t", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20)))
    op.bulk_insert(t, [{"id": 1, "name": "one"}, {"id": 2, "name": "two"}])
    op.execute(t.update().where(t.c.id == 1).values(name="first"))

def downgrade():
    op.drop_table("t")

# case: two tables that point at each other
# runs: postgresql
def upgrade():
    op.create_table("hen", sa.Column("id", sa.Integer, primary_key=True), sa.Column("egg_id", sa.Integer))
    op.create_table(
        "egg", sa.Column("id", sa.Integer, primary_key=True), sa.Column("hen_id", sa.Integer, sa.ForeignKey("hen.id"))
    )
    op.create_foreign_key("fk_hen_egg", "hen", "egg", ["egg_id"], ["id"])

def downgrade():
    op.drop_constraint("fk_hen_egg", "hen", type_="foreignkey")
    op.drop_table("egg")
    op.drop_table("hen")

# case: a key with an included column and a name from a convention marker
# given: account
def upgrade():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_t_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_t")),
        sa.UniqueConstraint("account_id", name=op.f("uq_t_account_id")),
    )
    op.create_index(op.f("ix_t_account_id"), "t", ["account_id"], unique=False)

def downgrade():
    op.drop_index(op.f("ix_t_account_id"), table_name="t")
    op.drop_table("t")

# case: a name of more than 63 characters
def upgrade():
    op.create_table(
        "a_table_with_a_name",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("a_column_whose_name_is_long_enough_for_trouble_xx", sa.Integer, index=True),
    )

def downgrade():
    op.drop_table("a_table_with_a_name")

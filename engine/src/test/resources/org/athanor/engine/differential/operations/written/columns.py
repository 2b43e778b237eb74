# case: a column more
# given: account
def upgrade():
    op.add_column("account", sa.Column("phone", sa.String(length=30), nullable=True))

def downgrade():
    op.drop_column("account", "phone")

# case: a column that must be filled, with a default
# given: account
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer(), server_default="0", nullable=False))

def downgrade():
    op.drop_column("account", "points")

# case: a column that must be filled, without a default
# given: account
# runs: nowhere (there are rows)
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer(), nullable=False))

def downgrade():
    op.drop_column("account", "points")

# case: a column with a default of SQL
# given: account
# runs: postgresql (SQLite wants a constant)
# since: SQLAlchemy 2.0
# sqlite up: ALTER TABLE account ADD COLUMN seen DATETIME DEFAULT CURRENT_TIMESTAMP;
# sqlite up: ALTER TABLE account ADD COLUMN made DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL;
def upgrade():
    op.add_column("account", sa.Column("seen", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")))
    op.add_column("account", sa.Column("made", sa.DateTime(), server_default=sa.func.now(), nullable=False))

def downgrade():
    op.drop_column("account", "made")
    op.drop_column("account", "seen")

# case: a column that is false
# given: account
# since: SQLAlchemy 2.0
# sqlite up: ALTER TABLE account ADD COLUMN locked BOOLEAN DEFAULT 0 NOT NULL;
# sqlite up: ALTER TABLE account ADD COLUMN known BOOLEAN DEFAULT true;
# sqlite up: ALTER TABLE account ADD COLUMN asked BOOLEAN DEFAULT 'f' NOT NULL;
def upgrade():
    op.add_column("account", sa.Column("locked", sa.Boolean(), server_default=sa.sql.false(), nullable=False))
    op.add_column("account", sa.Column("known", sa.Boolean(), server_default=sa.text("true")))
    op.add_column("account", sa.Column("asked", sa.Boolean(), server_default=sa.text("'f'"), nullable=False))

def downgrade():
    for name in ("asked", "known", "locked"):
        op.drop_column("account", name)

# case: a column with an index
# given: account
def upgrade():
    op.add_column("account", sa.Column("phone", sa.String(30), index=True))

def downgrade():
    op.drop_index("ix_account_phone", "account")
    op.drop_column("account", "phone")

# case: a column with a unique index
# given: account
def upgrade():
    op.add_column("account", sa.Column("phone", sa.String(30), index=True, unique=True))

def downgrade():
    op.drop_index("ix_account_phone", table_name="account")
    op.drop_column("account", "phone")

# case: a column that is unique
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("phone", sa.String(30), unique=True))

def downgrade():
    op.drop_column("account", "phone")

# case: a column that is unique, on SQLite
# given: account
# only: sqlite
def upgrade():
    op.add_column("account", sa.Column("phone", sa.String(30), unique=True))

def downgrade():
    op.add_column("account", sa.Column("phone", sa.String(30), sa.ForeignKey("account.id")))

# case: a column with a foreign key
# given: account, keyless
# only: postgresql
def upgrade():
    op.add_column("keyless", sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=True))
    op.add_column("keyless", sa.Column("other_id", sa.Integer(), sa.ForeignKey("account.id", name="fk_other", ondelete="SET NULL")))

def downgrade():
    op.drop_column("keyless", "other_id")
    op.drop_column("keyless", "account_id")

# case: a column with a foreign key in its place
# since: Alembic 1.18.2
# given: account, keyless
# postgresql up: ALTER TABLE keyless ADD COLUMN account_id INTEGER REFERENCES account (id) ON DELETE CASCADE;
# sqlite up: ALTER TABLE keyless ADD COLUMN account_id INTEGER REFERENCES account (id) ON DELETE CASCADE;
def upgrade():
    op.add_column(
        "keyless",
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id", ondelete="CASCADE")),
        inline_references=True,
    )

def downgrade():
    pass

# case: a column that is the key, in its place
# since: Alembic 1.18.4
# given: keyless
# only: postgresql
# postgresql up: ALTER TABLE keyless ADD COLUMN number SERIAL NOT NULL PRIMARY KEY;
def upgrade():
    op.add_column("keyless", sa.Column("number", sa.Integer(), primary_key=True), inline_primary_key=True)

def downgrade():
    op.drop_column("keyless", "number")

# case: a column that would be the key
# given: keyless
# runs: nowhere (there is no word for it)
def upgrade():
    op.add_column("keyless", sa.Column("number", sa.Integer(), primary_key=True))

def downgrade():
    op.drop_column("keyless", "number")

# case: a column with a check
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer(), sa.CheckConstraint("points >= 0", name="ck_points")))

def downgrade():
    op.drop_column("account", "points")

# case: a column with a comment
# given: account
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer(), comment="it's what they earned"))

def downgrade():
    op.drop_column("account", "points")

# case: a column that is computed
# given: account
# runs: postgresql (SQLite adds no column that is kept)
def upgrade():
    op.add_column("account", sa.Column("older", sa.Integer(), sa.Computed("age + 1", persisted=True)))

def downgrade():
    op.drop_column("account", "older")

# case: a column that is computed on reading
# given: account
# only: sqlite
def upgrade():
    op.add_column("account", sa.Column("older", sa.Integer(), sa.Computed("age + 1", persisted=False)))

def downgrade():
    op.drop_column("account", "older")

# case: a column that counts
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("number", sa.Integer(), sa.Identity(always=True, start=100), nullable=False))

def downgrade():
    op.drop_column("account", "number")

# case: a column unless it is there
# since: Alembic 1.15.2
# given: account
# only: postgresql
# postgresql up: ALTER TABLE account ADD COLUMN IF NOT EXISTS points INTEGER;
# postgresql up: ALTER TABLE account ADD COLUMN IF NOT EXISTS points INTEGER;
# postgresql down: ALTER TABLE account DROP COLUMN IF EXISTS points;
# postgresql down: ALTER TABLE account DROP COLUMN IF EXISTS points;
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer()), if_not_exists=True)
    op.add_column("account", sa.Column("points", sa.Integer()), if_not_exists=True)

def downgrade():
    op.drop_column("account", "points", if_exists=True)
    op.drop_column("account", "points", if_exists=True)

# case: a column unless it is there, on SQLite
# since: Alembic 1.15.2
# given: account
# only: sqlite
# runs: nowhere (SQLite has no such words)
# sqlite up: ALTER TABLE account ADD COLUMN IF NOT EXISTS points INTEGER;
# sqlite down: ALTER TABLE account DROP COLUMN IF EXISTS points;
def upgrade():
    op.add_column("account", sa.Column("points", sa.Integer()), if_not_exists=True)

def downgrade():
    op.drop_column("account", "points", if_exists=True)

# case: a column in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.add_column("item", sa.Column("weight", sa.Numeric(6, 2)), schema="shop")
    op.add_column("item", sa.Column("code", sa.String(5), unique=True, index=False), schema="shop")
    op.add_column("item", sa.Column("owner", sa.Integer, sa.ForeignKey("shop.item.id"), index=True), schema="shop")

def downgrade():
    op.drop_column("item", "owner", schema="shop")
    op.drop_column("item", "code", schema="shop")
    op.drop_column("item", "weight", schema="shop")

# case: a column whose name needs quotes
# given: account
def upgrade():
    op.add_column("account", sa.Column("Full Name", sa.Text()))
    op.add_column("account", sa.Column("order", sa.Integer()))

def downgrade():
    op.drop_column("account", "order")
    op.drop_column("account", "Full Name")

# case: columns in a loop
# given: account
def upgrade():
    for n in range(1, 4):
        op.add_column("account", sa.Column(f"line{n}", sa.String(40)))

def downgrade():
    for n in reversed(range(1, 4)):
        op.drop_column("account", "line%d" % n)

# case: arguments by their names
# given: account
def upgrade():
    op.add_column(table_name="account", column=sa.Column(name="points", type_=sa.Integer(), nullable=True))

def downgrade():
    op.drop_column(table_name="account", column_name="points")

# case: a column of truth with a check
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("ok", sa.Boolean(create_constraint=True, name="ck_ok")))

def downgrade():
    op.drop_column("account", "ok")

# case: a column of an array and of a document
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("tags", postgresql.ARRAY(sa.String()), server_default="{}", nullable=False))
    op.add_column("account", sa.Column("more", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'")))

def downgrade():
    op.drop_column("account", "more")
    op.drop_column("account", "tags")

# case: a filled column in three steps
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("slug", sa.String(60), nullable=True))
    op.execute("UPDATE account SET slug = lower(name)")
    op.alter_column("account", "slug", nullable=False)

def downgrade():
    op.drop_column("account", "slug")

# case: dropping a column
# given: account
def upgrade():
    op.drop_column("account", "note")

def downgrade():
    op.add_column("account", sa.Column("note", sa.Text(), nullable=True))

# case: dropping a column with words for another product
# given: account
def upgrade():
    op.drop_column("account", "note", mssql_drop_default=True)

def downgrade():
    op.add_column("account", sa.Column("note", sa.Text(), autoincrement=False, nullable=True))

# case: a wrong argument for a column is refused
# given: account
def upgrade():
    op.add_column("account", sa.Column("x", sa.Integer(), nulable=True))

def downgrade():
    op.drop_column("account", "x", tabel="y")

# case: a column that isn't one is refused
# given: account
def upgrade():
    op.add_column("account", "x")

def downgrade():
    op.drop_column("account")

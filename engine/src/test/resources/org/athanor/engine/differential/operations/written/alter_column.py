# case: null and not null
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "age", nullable=False)
    op.alter_column("account", "name", existing_type=sa.String(50), nullable=True)

def downgrade():
    op.alter_column("account", "name", existing_type=sa.String(50), nullable=False)
    op.alter_column("account", "age", existing_type=sa.INTEGER(), nullable=True)

# case: null and not null on SQLite
# given: account
# runs: nowhere (SQLite can't)
# only: sqlite
def upgrade():
    op.alter_column("account", "age", nullable=False)

def downgrade():
    op.alter_column("account", "age", nullable=True)

# case: another type
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "name", type_=sa.String(80))
    op.alter_column("account", "note", existing_type=sa.TEXT(), type_=sa.String(length=500), existing_nullable=True)

def downgrade():
    op.alter_column("account", "note", existing_type=sa.String(length=500), type_=sa.TEXT(), existing_nullable=True)
    op.alter_column("account", "name", existing_type=sa.String(80), type_=sa.String(50), existing_nullable=False)

# case: another type on SQLite
# given: account
# only: sqlite
# runs: nowhere (SQLite can't)
def upgrade():
    op.alter_column("account", "name", type_=sa.String(80))

def downgrade():
    op.alter_column("account", "name", existing_type=sa.String(80), type_=sa.String(50))

# case: another type with a way to it
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "note", type_=sa.Integer(), postgresql_using="length(note)")
    op.alter_column("account", "age", existing_type=sa.Integer(), type_=sa.Text(), postgresql_using="age::text || ' years'")

def downgrade():
    op.alter_column("account", "age", type_=sa.Integer(), postgresql_using="split_part(age, ' ', 1)::integer")
    op.alter_column("account", "note", type_=sa.Text())

# case: a default of text
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "note", server_default="nothing's here")
    op.alter_column("account", "age", existing_type=sa.Integer(), server_default="18")

def downgrade():
    op.alter_column("account", "age", existing_type=sa.Integer(), server_default=None)
    op.alter_column("account", "note", server_default=None)

# case: a default of SQL
# given: account, keyless
# only: postgresql
def upgrade():
    op.alter_column("keyless", "starts", server_default=sa.text("now()"))
    op.alter_column("account", "age", server_default=sa.text("9 * 2"), existing_server_default=None)
    op.alter_column("keyless", "active", server_default=sa.sql.true())

def downgrade():
    op.alter_column("keyless", "active", server_default=sa.false(), existing_type=sa.Boolean())
    op.alter_column("account", "age", server_default=None, existing_server_default=sa.text("9 * 2"))
    op.alter_column("keyless", "starts", server_default=sa.func.current_timestamp())

# case: a default on SQLite
# given: account
# only: sqlite
# runs: nowhere (SQLite can't)
def upgrade():
    op.alter_column("account", "note", server_default="x")

def downgrade():
    op.alter_column("account", "note", server_default=None)

# case: defaults of SQL on SQLite
# given: account
# only: sqlite
# runs: nowhere (SQLite can't)
def upgrade():
    op.alter_column("account", "note", server_default=sa.text("lower('A')"))
    op.alter_column("account", "note", server_default=sa.func.now())
    op.alter_column("account", "note", server_default=sa.text("CURRENT_TIMESTAMP"))

def downgrade():
    op.alter_column("account", "note", server_default=sa.sql.false())

# case: another name
# given: account
# since: Alembic 1.14
# sqlite up: ALTER TABLE account RENAME COLUMN note TO remark;
# sqlite down: ALTER TABLE account RENAME COLUMN remark TO note;
def upgrade():
    op.alter_column("account", "note", new_column_name="remark")

def downgrade():
    op.alter_column("account", "remark", new_column_name="note", existing_type=sa.Text())

# case: another name that needs quotes
# given: account
# since: Alembic 1.14
# sqlite up: ALTER TABLE account RENAME COLUMN note TO "The Note";
# sqlite down: ALTER TABLE account RENAME COLUMN "The Note" TO note;
def upgrade():
    op.alter_column("account", "note", new_column_name="The Note")

def downgrade():
    op.alter_column("account", "The Note", new_column_name="note")

# case: everything at once
# given: account
# only: postgresql
def upgrade():
    op.alter_column(
        "account",
        "age",
        new_column_name="years",
        type_=sa.BigInteger(),
        existing_type=sa.Integer(),
        nullable=False,
        existing_nullable=True,
        server_default="1",
        existing_server_default=None,
        comment="how old",
        existing_comment=None,
    )

def downgrade():
    op.alter_column(
        "account",
        "years",
        new_column_name="age",
        type_=sa.Integer(),
        existing_type=sa.BigInteger(),
        nullable=True,
        existing_nullable=False,
        server_default=None,
        existing_server_default="1",
        comment=None,
        existing_comment="how old",
    )

# case: everything at once, on SQLite
# given: account
# only: sqlite
# runs: nowhere (SQLite can't)
# since: Alembic 1.14
# sqlite up: ALTER TABLE account ALTER COLUMN age SET NOT NULL;
# sqlite up: ALTER TABLE account ALTER COLUMN age SET DEFAULT '1';
# sqlite up: ALTER TABLE account ALTER COLUMN age TYPE BIGINT;
# sqlite up: ALTER TABLE account RENAME COLUMN age TO years;
# sqlite down: ALTER TABLE account ALTER COLUMN years DROP NOT NULL;
# sqlite down: ALTER TABLE account ALTER COLUMN years DROP DEFAULT;
# sqlite down: ALTER TABLE account RENAME COLUMN years TO age;
def upgrade():
    op.alter_column(
        "account", "age", new_column_name="years", type_=sa.BigInteger(), nullable=False, server_default="1"
    )

def downgrade():
    op.alter_column("account", "years", new_column_name="age", nullable=True, server_default=None)

# case: a comment
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "name", comment="what they're called", existing_comment=None)

def downgrade():
    op.alter_column("account", "name", comment=None, existing_comment="what they're called")

# case: a comment on SQLite
# given: account
# only: sqlite
def upgrade():
    op.alter_column("account", "name", comment="what they are called")

def downgrade():
    op.alter_column("account", "name", comment=None)

# case: nothing to change
# given: account
def upgrade():
    op.alter_column("account", "name", existing_type=sa.String(50), existing_nullable=False)

def downgrade():
    op.alter_column("account", "name")

# case: in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.alter_column("item", "title", type_=sa.Text(), nullable=False, schema="shop", server_default="?")
    op.alter_column("item", "price", new_column_name="cents", schema="shop", comment="of a euro")

def downgrade():
    op.alter_column("item", "cents", new_column_name="price", schema="shop", comment=None)
    op.alter_column("item", "title", type_=sa.String(40), nullable=True, schema="shop", server_default=None)

# case: a column that counts from now on
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "age", nullable=False, server_default=sa.Identity(), existing_server_default=None)

def downgrade():
    op.alter_column("account", "age", server_default=None, existing_server_default=sa.Identity())

# case: a column that counts otherwise
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), sa.Identity(always=False, start=1), nullable=False))
    op.alter_column(
        "t",
        "id",
        server_default=sa.Identity(always=True, start=3, increment=2, minvalue=1, maxvalue=99, cycle=True),
        existing_server_default=sa.Identity(always=False, start=1),
    )

def downgrade():
    op.alter_column("t", "id", server_default=None, existing_server_default=sa.Identity(always=True, start=3))
    op.drop_table("t")

# case: a column that counts, on SQLite
# given: account
# only: sqlite
def upgrade():
    op.alter_column("account", "age", server_default=sa.Identity(), existing_server_default=None)

def downgrade():
    op.alter_column("account", "age", server_default=None, existing_server_default=sa.Identity())

# case: a column that is computed from now on is refused
# given: account
def upgrade():
    op.alter_column("account", "age", server_default=sa.Computed("1 + 1"))

def downgrade():
    op.alter_column("account", "age", server_default=None, existing_server_default=sa.Computed("1 + 1"))

# case: a key that counts, said again
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "id", existing_type=sa.Integer(), type_=sa.BigInteger(), autoincrement=True, existing_nullable=False)

def downgrade():
    op.alter_column("account", "id", existing_type=sa.BigInteger(), type_=sa.Integer(), existing_autoincrement=True)

# case: a type with a time zone
# given: keyless
# only: postgresql
def upgrade():
    op.alter_column(
        "keyless",
        "starts",
        existing_type=postgresql.TIMESTAMP(),
        type_=sa.DateTime(timezone=True),
        existing_nullable=True,
        postgresql_using="starts AT TIME ZONE 'UTC'",
    )

def downgrade():
    op.alter_column("keyless", "starts", existing_type=sa.DateTime(timezone=True), type_=sa.DateTime(), existing_nullable=True)

# case: a type of text to a document
# given: account
# only: postgresql
def upgrade():
    op.execute("UPDATE account SET note = NULL")
    op.alter_column("account", "note", type_=postgresql.JSONB(astext_type=sa.Text()), existing_type=sa.TEXT(), postgresql_using="note::jsonb")

def downgrade():
    op.alter_column("account", "note", type_=sa.TEXT(), existing_type=postgresql.JSONB(astext_type=sa.Text()))

# case: a type to and from an array
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "email", type_=postgresql.ARRAY(sa.String(120)), postgresql_using="ARRAY[email]")

def downgrade():
    op.alter_column("account", "email", type_=sa.String(120), postgresql_using="email[1]")

# case: a type with a collation
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "name", type_=sa.String(50, collation="C"), existing_type=sa.String(50))

def downgrade():
    op.alter_column("account", "name", type_=sa.String(50, collation="default"))

# case: truth from numbers
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "age", type_=sa.Boolean(), existing_type=sa.Integer(), postgresql_using="age > 40")

def downgrade():
    op.alter_column("account", "age", type_=sa.Integer(), existing_type=sa.Boolean(), postgresql_using="age::integer")

# case: truth with a check goes and comes
# given: keyless
# only: postgresql
def upgrade():
    op.alter_column("keyless", "active", type_=sa.Integer(), existing_type=sa.Boolean(create_constraint=True, name="ck_active"), postgresql_using="active::integer")

def downgrade():
    op.alter_column("keyless", "active", type_=sa.Boolean(create_constraint=True, name="ck_active"), existing_type=sa.Integer(), postgresql_using="active::boolean")

# case: a name for a table that needs quotes
# only: postgresql
def upgrade():
    op.create_table("User", sa.Column("select", sa.Integer()))
    op.alter_column("User", "select", new_column_name="Picked", type_=sa.BigInteger(), nullable=False)

def downgrade():
    op.drop_table("User")

# case: arguments of alter_column by their names
# given: account
# only: postgresql
def upgrade():
    op.alter_column(table_name="account", column_name="age", nullable=False, server_default=sa.text("0"))

def downgrade():
    op.alter_column(table_name="account", column_name="age", nullable=True, server_default=None)

# case: changes from a table of names
# given: account
# only: postgresql
COLUMNS = {"name": 50, "email": 120}

def upgrade():
    for column, length in COLUMNS.items():
        op.alter_column("account", column, existing_type=sa.String(length), type_=sa.String(length * 2))

def downgrade():
    for column, length in sorted(COLUMNS.items()):
        op.alter_column("account", column, existing_type=sa.String(length * 2), type_=sa.String(length))

# case: words for another product
# given: account
# only: postgresql
def upgrade():
    op.alter_column("account", "name", nullable=True, mysql_existing_nullable=False)

def downgrade():
    op.alter_column("account", "name", nullable=False, mysql_existing_type=sa.Integer())

# case: a wrong argument of alter_column
# given: account
# since: Alembic 1.9
# postgresql down: refused
# sqlite down: refused
def upgrade():
    op.alter_column("account", nullable=True)

def downgrade():
    op.alter_column("account", "name", "nullable")

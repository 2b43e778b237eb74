# case: a batch that only adds
# given: account
def upgrade():
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(length=30), nullable=True))
        batch_op.create_index(batch_op.f("ix_account_phone"), ["phone"], unique=False)

def downgrade():
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_phone"))
        batch_op.drop_column("phone")

# case: a batch that drops a column
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("note")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=True))

# case: a batch that makes null and not null
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(50), nullable=True)
        batch_op.alter_column("age", existing_type=sa.Integer(), nullable=False)

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("age", existing_type=sa.Integer(), nullable=True)
        batch_op.alter_column("name", existing_type=sa.String(50), nullable=False)

# case: a batch that changes a type
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(50), type_=sa.String(80), existing_nullable=False)

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(80), type_=sa.String(50), existing_nullable=False)

# case: a batch that changes the kind of a type
# given: account
# runs: sqlite (PostgreSQL wants a way)
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("age", existing_type=sa.Integer(), type_=sa.String(10))
        batch_op.alter_column("note", existing_type=sa.Text(), type_=sa.Integer())

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("note", existing_type=sa.Integer(), type_=sa.Text())
        batch_op.alter_column("age", existing_type=sa.String(10), type_=sa.Integer())

# case: a batch that changes defaults
# given: account, member
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("level", server_default=None)
        batch_op.alter_column("status", server_default=sa.text("'old'"))
        batch_op.alter_column("code", server_default="C")

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("code", server_default=None)
        batch_op.alter_column("status", server_default="new")
        batch_op.alter_column("level", server_default="1")

# case: a batch that renames a column
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("note", new_column_name="remark")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("remark", new_column_name="note", existing_type=sa.Text())

# case: a batch that renames a column with an index and constraints
# given: account, member
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("code", new_column_name="ticket", existing_type=sa.String(10))

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("ticket", new_column_name="code", existing_type=sa.String(10))

# case: a batch that does everything to a column
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("age", new_column_name="years", existing_type=sa.Integer(), type_=sa.BigInteger(), nullable=False, server_default="1")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("years", new_column_name="age", existing_type=sa.BigInteger(), type_=sa.Integer(), nullable=True, server_default=None)

# case: a batch that adds constraints
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.create_unique_constraint("uq_account_name", ["name"])
        batch_op.create_check_constraint("ck_account_age", "age > 0")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_constraint("ck_account_age", type_="check")
        batch_op.drop_constraint("uq_account_name", type_="unique")

# case: a batch that adds a foreign key
# given: account, keyless
def upgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_keyless_account", "account", ["account_id"], ["id"], ondelete="CASCADE")

def downgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.drop_constraint("fk_keyless_account", type_="foreignkey")
        batch_op.drop_column("account_id")

# case: a batch that adds a column with its foreign key
# given: account, keyless
# only: sqlite
def upgrade():
    with op.batch_alter_table("keyless", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id", name="fk_k")))

def downgrade():
    with op.batch_alter_table("keyless", recreate="always") as batch_op:
        batch_op.drop_constraint("fk_k", type_="foreignkey")
        batch_op.drop_column("account_id")

# case: a batch that adds a foreign key with options
# given: account, keyless
def upgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.create_foreign_key(batch_op.f("fk_k"), "account", ["id"], ["id"], onupdate="CASCADE", ondelete="SET NULL", deferrable=True, initially="DEFERRED")

def downgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_k"), type_="foreignkey")

# case: a batch that takes constraints away
# given: account, member
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_constraint("uq_member_code", type_="unique")
        batch_op.drop_constraint("fk_member_account", type_="foreignkey")
        batch_op.drop_constraint("ck_member_level", type_="check")

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.create_check_constraint("ck_member_level", "level > 0")
        batch_op.create_foreign_key("fk_member_account", "account", ["account_id"], ["id"])
        batch_op.create_unique_constraint("uq_member_code", ["code"])

# case: a batch that keeps every constraint
# given: account, member
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("status", existing_type=sa.String(20), nullable=False)

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("status", existing_type=sa.String(20), nullable=True)

# case: a batch on a table that others point at
# given: account, member
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", type_=sa.String(99), existing_type=sa.String(50))

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", type_=sa.String(50), existing_type=sa.String(99))

# case: a batch that gives a key
# given: keyless
def upgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.create_primary_key("pk_keyless", ["id"])

def downgrade():
    with op.batch_alter_table("keyless") as batch_op:
        batch_op.drop_constraint("pk_keyless", type_="primary")

# case: a batch with indexes
# given: account, member
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_index("ix_member_status")
        batch_op.create_index("ix_member_level", ["level", "status"], unique=False)
        batch_op.create_index("ux_member_code", ["code"], unique=True)

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_index("ux_member_code")
        batch_op.drop_index("ix_member_level")
        batch_op.create_index("ix_member_status", ["status"])

# case: a batch with indexes, by a copy
# given: account, member
# only: sqlite
def upgrade():
    with op.batch_alter_table("member", recreate="always") as batch_op:
        batch_op.drop_index("ix_member_status")
        batch_op.create_index("ix_member_level", ["level", "status"], unique=False)

def downgrade():
    with op.batch_alter_table("member", recreate="always") as batch_op:
        batch_op.drop_index("ix_member_level")
        batch_op.create_index("ix_member_status", ["status"])

# case: a batch that always copies
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(9), server_default="-"))

def downgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.drop_column("phone")

# case: a batch that never copies
# given: account
# since: Alembic 1.14
# sqlite up: ALTER TABLE account ADD COLUMN phone VARCHAR(9);
# sqlite up: ALTER TABLE account RENAME COLUMN note TO remark;
# sqlite down: ALTER TABLE account RENAME COLUMN remark TO note;
# sqlite down: ALTER TABLE account DROP COLUMN phone;
def upgrade():
    with op.batch_alter_table("account", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(9)))
        batch_op.alter_column("note", new_column_name="remark")

def downgrade():
    with op.batch_alter_table("account", recreate="never") as batch_op:
        batch_op.alter_column("remark", new_column_name="note")
        batch_op.drop_column("phone")

# case: a batch that copies for nothing
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always"):
        pass

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        pass

# case: a batch that adds a column with a default of SQL
# given: account
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE _alembic_tmp_account ( id INTEGER NOT NULL, name VARCHAR(50) NOT NULL, email VARCHAR(120), age INTEGER, note TEXT, seen DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, PRIMARY KEY (id) )
# sqlite up: INSERT INTO _alembic_tmp_account (id, name, email, age, note) SELECT account.id, account.name, account.email, account.age, account.note FROM account
# sqlite up: DROP TABLE account
# sqlite up: ALTER TABLE _alembic_tmp_account RENAME TO account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("seen", sa.DateTime(), server_default=sa.func.now(), nullable=False))

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("seen")

# case: a batch that adds a column with a text default
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("seen", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False))

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("seen")

# case: a batch that adds a computed column
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("older", sa.Integer(), sa.Computed("age + 1", persisted=True)))

def downgrade():
    pass

# case: a batch that puts columns in their places
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("first", sa.Integer()), insert_before="id")
        batch_op.add_column(sa.Column("second", sa.Integer()), insert_after="name")
        batch_op.add_column(sa.Column("third", sa.Integer()), insert_after="name", insert_before="email")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("third")
        batch_op.drop_column("second")
        batch_op.drop_column("first")

# case: a batch that moves a column
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.alter_column("note", existing_type=sa.Text(), insert_before="name")

def downgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.alter_column("note", existing_type=sa.Text(), insert_after="age")

# case: a batch that orders columns
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always", partial_reordering=[("id", "age", "name"), ("note", "email")]) as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(50), nullable=True)

def downgrade():
    with op.batch_alter_table("account", recreate="always", partial_reordering=[("id", "name", "email", "age", "note")]) as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(50), nullable=False)

# case: a batch that orders columns, and drops and adds some
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always", partial_reordering=[("id", "phone", "name", "email")]) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(9)))
        batch_op.drop_column("note")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text()))
        batch_op.drop_column("phone")

# case: a batch that knows the table
# given: account
def upgrade():
    account = sa.Table(
        "account",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("email", sa.String(120)),
        sa.Column("age", sa.Integer()),
        sa.Column("note", sa.Text()),
    )
    with op.batch_alter_table("account", copy_from=account) as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(50), type_=sa.Text())
        batch_op.drop_column("note")

def downgrade():
    account = sa.Table(
        "account",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(120)),
        sa.Column("age", sa.Integer()),
        sa.Index("ix_account_age", "age"),
        sa.UniqueConstraint("email", name="uq_account_email"),
    )
    with op.batch_alter_table("account", copy_from=account) as batch_op:
        batch_op.add_column(sa.Column("note", sa.Text()))
        batch_op.alter_column("name", existing_type=sa.Text(), type_=sa.String(50))

# case: a batch with a copy of a table with constraints
# given: account, member
def upgrade():
    metadata = sa.MetaData()
    member = sa.Table(
        "member",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id", name="fk_member_account"), nullable=False),
        sa.Column("code", sa.String(10), nullable=False),
        sa.Column("level", sa.Integer(), server_default="1", nullable=False),
        sa.Column("status", sa.String(20), server_default="new"),
        sa.CheckConstraint("level > 0", name="ck_member_level"),
        sa.UniqueConstraint("code", name="uq_member_code"),
        sa.Index("ix_member_status", "status"),
    )
    with op.batch_alter_table("member", copy_from=member) as batch_op:
        batch_op.drop_constraint("ck_member_level", type_="check")
        batch_op.alter_column("status", server_default=None, nullable=False)

def downgrade():
    pass

# case: a batch with words for the table
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", recreate="always", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.alter_column("name", nullable=True)

def downgrade():
    with op.batch_alter_table("account", recreate="always") as batch_op:
        batch_op.alter_column("name", nullable=False)

# case: a batch with more for the table
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table(
        "account",
        recreate="always",
        table_args=(sa.CheckConstraint("age > 0", name="ck_age"), sa.UniqueConstraint("name", "email")),
    ) as batch_op:
        batch_op.alter_column("email", nullable=True)

def downgrade():
    pass

# case: a batch that corrects what is found
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account", reflect_args=[sa.Column("note", sa.String(77)), sa.Column("age", sa.SmallInteger())]) as batch_op:
        batch_op.alter_column("name", nullable=True)

def downgrade():
    pass

# case: a batch that changes each column as it is found
# given: account
# only: sqlite
def upgrade():
    def listen(inspector, table, column):
        if column["name"] == "note":
            column["type"] = sa.String(33)

    with op.batch_alter_table("account", reflect_kwargs=dict(listeners=[("column_reflect", listen)])) as batch_op:
        batch_op.alter_column("name", nullable=True)

def downgrade():
    pass

# case: a batch that names what has no name
# only: sqlite
NAMES = {"uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}

def setup():
    op.create_table("owner", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table(
        "pet",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("tag", sa.String(9), unique=True),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("owner.id")),
    )

def upgrade():
    with op.batch_alter_table("pet", naming_convention=NAMES) as batch_op:
        batch_op.drop_constraint("uq_pet_tag", type_="unique")
        batch_op.drop_constraint("fk_pet_owner_id_owner", type_="foreignkey")

def downgrade():
    with op.batch_alter_table("pet", naming_convention=NAMES) as batch_op:
        batch_op.create_unique_constraint("uq_pet_tag", ["tag"])
        batch_op.create_foreign_key("fk_pet_owner_id_owner", "owner", ["owner_id"], ["id"])

# case: a batch that keeps what has no name
# only: sqlite
def setup():
    op.create_table("owner", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table(
        "pet",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("tag", sa.String(9), unique=True),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("owner.id", ondelete="CASCADE")),
        sa.UniqueConstraint("owner_id", "tag"),
    )

def upgrade():
    with op.batch_alter_table("pet") as batch_op:
        batch_op.alter_column("tag", existing_type=sa.String(9), nullable=False)

def downgrade():
    with op.batch_alter_table("pet") as batch_op:
        batch_op.alter_column("tag", existing_type=sa.String(9), nullable=True)

# case: a batch that drops a column with its constraints
# given: account, member
# only: sqlite
def upgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.drop_constraint("fk_member_account", type_="foreignkey")
        batch_op.drop_column("account_id")

def downgrade():
    with op.batch_alter_table("member") as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.Integer()))

# case: a batch on a table with a key of two columns
# given: pair
def upgrade():
    with op.batch_alter_table("pair") as batch_op:
        batch_op.alter_column("text", existing_type=sa.String(30), type_=sa.String(60), nullable=False)

def downgrade():
    with op.batch_alter_table("pair") as batch_op:
        batch_op.alter_column("text", existing_type=sa.String(60), type_=sa.String(30), nullable=True)

# case: a batch on a table that points at itself
# only: sqlite
def setup():
    op.create_table(
        "node",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("name", sa.String(5)),
        sa.ForeignKeyConstraint(["parent_id"], ["node.id"], name="fk_node_parent"),
    )

def upgrade():
    with op.batch_alter_table("node") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(5), nullable=False)

def downgrade():
    with op.batch_alter_table("node") as batch_op:
        batch_op.alter_column("name", existing_type=sa.String(5), nullable=True)

# case: a batch on a table with an index of some rows
# only: sqlite
def setup():
    op.create_table("t", sa.Column("a", sa.Integer()), sa.Column("b", sa.Integer()))
    op.create_index("ix_a", "t", ["a"], unique=True, sqlite_where=sa.text("a > 5"))
    op.create_index("ix_ab", "t", ["a", "b"])

def upgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("b", existing_type=sa.Integer(), nullable=False)

def downgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("b", existing_type=sa.Integer(), nullable=True)

# case: a batch on a table with many types
# only: sqlite
def setup():
    op.create_table(
        "t",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("a", sa.Numeric(10, 2)),
        sa.Column("b", sa.DateTime(), server_default=sa.text("CURRENT_TIMESTAMP")),
        sa.Column("c", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("d", sa.Enum("x", "yy", name="letter")),
        sa.Column("e", sa.LargeBinary()),
        sa.Column("f", sa.JSON()),
        sa.Column("g", sa.Float()),
        sa.Column("h", sa.Date()),
        sa.Column("i", sa.CHAR(3)),
        sa.Column("j", sa.BigInteger()),
        sa.Column("k", sa.Text(), server_default="it's"),
        sa.Column("l", sa.Time()),
    )
    op.execute("INSERT INTO t (id, a, d, f) VALUES (1, 2.5, 'x', '{}')")

def upgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Numeric(10, 2), nullable=False)

def downgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Numeric(10, 2), nullable=True)

# case: a batch on names that need quotes
# only: sqlite
def setup():
    op.create_table("Order", sa.Column("Id", sa.Integer(), primary_key=True), sa.Column("group", sa.String(5)))
    op.create_index("Ix Group", "Order", ["group"])

def upgrade():
    with op.batch_alter_table("Order") as batch_op:
        batch_op.alter_column("group", existing_type=sa.String(5), nullable=False, server_default="g")

def downgrade():
    with op.batch_alter_table("Order") as batch_op:
        batch_op.alter_column("group", existing_type=sa.String(5), nullable=True, server_default=None)

# case: a batch in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    with op.batch_alter_table("item", schema="shop") as batch_op:
        batch_op.add_column(sa.Column("code", sa.String(5)))
        batch_op.alter_column("title", nullable=False, type_=sa.Text())
        batch_op.create_unique_constraint("uq_code", ["code"])
        batch_op.create_index("ix_code", ["code"])

def downgrade():
    with op.batch_alter_table("item", schema="shop") as batch_op:
        batch_op.drop_index("ix_code")
        batch_op.drop_constraint("uq_code", type_="unique")
        batch_op.alter_column("title", nullable=True, type_=sa.String(40))
        batch_op.drop_column("code")

# case: a batch with truth that had a check
# only: sqlite
def setup():
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Boolean(create_constraint=True, name="ck_a")))

def upgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Boolean(create_constraint=True, name="ck_a"), type_=sa.Integer())

def downgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Integer(), type_=sa.Boolean(create_constraint=True, name="ck_a"))

# case: a batch with an enumeration that gains a value
# only: sqlite
OLD = sa.Enum("x", "y", name="letter", create_constraint=True)
NEW = sa.Enum("x", "y", "zzz", name="letter", create_constraint=True)

def setup():
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("a", sa.Enum("x", "y", name="letter", create_constraint=True)))

def upgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=OLD, type_=NEW)

def downgrade():
    with op.batch_alter_table("t") as batch_op:
        batch_op.alter_column("a", existing_type=NEW, type_=OLD)

# case: a batch whose constraint isn't there is refused
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_constraint("uq_nothing", type_="unique")

# case: a batch whose constraint has no name is refused
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_constraint(None, type_="foreignkey")

# case: a batch whose column isn't there is refused
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("nothing")

# case: a batch that changes a column that isn't there is refused
# given: account
# only: sqlite
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("nothing", nullable=True)

# case: a batch whose table isn't there is refused
# only: sqlite
def upgrade():
    with op.batch_alter_table("nothing") as batch_op:
        batch_op.alter_column("a", nullable=True)

def downgrade():
    with op.batch_alter_table("nothing", recreate="sometimes") as batch_op:
        batch_op.add_column(sa.Column("a", sa.Integer()))

# case: a place without a copy is refused
# given: account
def upgrade():
    with op.batch_alter_table("account", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("first", sa.Integer()), insert_before="id")

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.rename_table("person")

# case: several batches in one revision
# given: account, member
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.add_column(sa.Column("a", sa.Integer(), nullable=True))
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Integer(), nullable=True, server_default="5")
    with op.batch_alter_table("member") as batch_op:
        batch_op.alter_column("status", new_column_name="state", existing_type=sa.String(20), nullable=True) if False else None

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("a", existing_type=sa.Integer(), server_default=None)
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("a")

# case: a batch after SQL that it knows nothing of
# only: sqlite
def upgrade():
    op.execute("CREATE TABLE raw (id INTEGER NOT NULL, a VARCHAR(5) COLLATE NOCASE, PRIMARY KEY (id))")
    op.execute("INSERT INTO raw (id, a) VALUES (1, 'x')")

def downgrade():
    op.execute("DROP TABLE raw")

# case: a batch with a comment
# given: account
# only: postgresql
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("name", comment="it's new", existing_comment=None, existing_type=sa.String(50))
        batch_op.create_table_comment("of people", existing_comment=None)

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_table_comment(existing_comment="of people")
        batch_op.alter_column("name", comment=None, existing_comment="it's new", existing_type=sa.String(50))

# case: a batch through the long name
# given: account
from alembic import op as operations

def upgrade():
    with operations.batch_alter_table(table_name="account") as batch:
        batch.add_column(column=sa.Column("x", sa.Integer()))
        batch.execute("UPDATE account SET age = 5")

def downgrade():
    with operations.batch_alter_table("account") as batch:
        batch.drop_column(column_name="x")

# case: batches in a loop
# given: account, keyless
def upgrade():
    for table in ("account", "keyless"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("created_at", sa.DateTime(), nullable=True))
            batch_op.create_index(f"ix_{table}_created_at", ["created_at"])

def downgrade():
    for table in ("keyless", "account"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_index(f"ix_{table}_created_at")
            batch_op.drop_column("created_at")

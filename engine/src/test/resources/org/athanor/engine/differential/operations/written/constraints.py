# case: a primary key
# given: keyless
# only: postgresql
def upgrade():
    op.create_primary_key("pk_keyless", "keyless", ["id"])

def downgrade():
    op.drop_constraint("pk_keyless", "keyless", type_="primary")

# case: a primary key of two columns
# given: keyless
# only: postgresql
def upgrade():
    op.create_primary_key("pk_keyless", "keyless", ["id", "kind"])

def downgrade():
    op.drop_constraint("pk_keyless", "keyless", type_="primary")
    op.alter_column("keyless", "kind", nullable=True)

# case: a primary key without a name
# given: keyless
# only: postgresql
def upgrade():
    op.create_primary_key(None, "keyless", ["id"])

def downgrade():
    op.drop_constraint("keyless_pkey", "keyless")

# case: a unique constraint
# given: account
# only: postgresql
def upgrade():
    op.create_unique_constraint("uq_account_name", "account", ["name"])

def downgrade():
    op.drop_constraint("uq_account_name", "account", type_="unique")

# case: a unique constraint over two columns, marked by f
# given: account
# only: postgresql
def upgrade():
    op.create_unique_constraint(op.f("uq_account_name_age"), "account", ["name", "age"])

def downgrade():
    op.drop_constraint(op.f("uq_account_name_age"), "account", type_="unique")

# case: a unique constraint without a name
# given: account
# only: postgresql
def upgrade():
    op.create_unique_constraint(None, "account", ["name"])

def downgrade():
    op.drop_constraint("account_name_key", "account", type_="unique")

# case: a unique constraint that waits
# given: account
# only: postgresql
def upgrade():
    op.create_unique_constraint("uq_a", "account", ["name"], deferrable=True, initially="DEFERRED")
    op.create_unique_constraint("uq_b", "account", ["age"], deferrable=False)
    op.create_unique_constraint("uq_c", "account", ["email"], initially="IMMEDIATE")

def downgrade():
    for name in "cba":
        op.drop_constraint("uq_" + name, "account", type_="unique")

# case: a unique constraint in which nulls are alike
# since: SQLAlchemy 2.0.16
# given: account
# only: postgresql
# postgresql up: ALTER TABLE account ADD CONSTRAINT uq_a UNIQUE NULLS NOT DISTINCT (email);
def upgrade():
    op.create_unique_constraint("uq_a", "account", ["email"], postgresql_nulls_not_distinct=True)

def downgrade():
    op.drop_constraint("uq_a", "account", type_="unique")

# case: a foreign key
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_keyless_account", "keyless", "account", ["id"], ["id"])

def downgrade():
    op.drop_constraint("fk_keyless_account", "keyless", type_="foreignkey")

# case: a foreign key with every option
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key(
        "fk_keyless_account",
        "keyless",
        "account",
        ["id"],
        ["id"],
        onupdate="CASCADE",
        ondelete="SET NULL",
        deferrable=True,
        initially="DEFERRED",
        match="FULL",
    )

def downgrade():
    op.drop_constraint("fk_keyless_account", "keyless", type_="foreignkey")

# case: a foreign key that doesn't wait
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_k", "keyless", "account", ["id"], ["id"], deferrable=False, ondelete="RESTRICT", onupdate="NO ACTION")

def downgrade():
    op.drop_constraint("fk_k", "keyless")

# case: a foreign key that waits at first
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_k", "keyless", "account", ["id"], ["id"], initially="IMMEDIATE", ondelete="SET DEFAULT")

def downgrade():
    op.drop_constraint("fk_k", "keyless", type_="foreignkey")

# case: a foreign key without a name
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key(None, "keyless", "account", ["id"], ["id"])

def downgrade():
    op.drop_constraint("keyless_id_fkey", "keyless", type_="foreignkey")

# case: a foreign key over two columns, both ways
# given: pair, keyless
# only: postgresql
def upgrade():
    op.add_column("keyless", sa.Column("other", sa.Integer()))
    op.create_foreign_key("fk_k_pair", "keyless", "pair", ["id", "other"], ["a", "b"], ondelete="CASCADE")

def downgrade():
    op.drop_constraint("fk_k_pair", "keyless", type_="foreignkey")
    op.drop_column("keyless", "other")

# case: a foreign key of a table to itself
# given: account
# only: postgresql
def upgrade():
    op.add_column("account", sa.Column("boss_id", sa.Integer()))
    op.create_foreign_key("fk_boss", "account", "account", ["boss_id"], ["id"])

def downgrade():
    op.drop_constraint("fk_boss", "account", type_="foreignkey")
    op.drop_column("account", "boss_id")

# case: a foreign key across schemas
# given: shop_schema, keyless
# only: postgresql
def upgrade():
    op.execute("DELETE FROM keyless")
    op.create_foreign_key("fk_a", "keyless", "item", ["id"], ["id"], referent_schema="shop")
    op.create_foreign_key("fk_b", "item", "item", ["price"], ["id"], source_schema="shop", referent_schema="shop")

def downgrade():
    op.drop_constraint("fk_b", "item", type_="foreignkey", schema="shop")
    op.drop_constraint("fk_a", "keyless", type_="foreignkey")

# case: a foreign key out of a schema
# given: shop_schema, account
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_c", "item", "account", ["price"], ["id"], source_schema="shop")

def downgrade():
    op.drop_constraint("fk_c", "item", schema="shop", type_="foreignkey")

# case: a foreign key that isn't checked at once
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_k", "keyless", "account", ["id"], ["id"], postgresql_not_valid=True)
    op.execute("ALTER TABLE keyless VALIDATE CONSTRAINT fk_k")

def downgrade():
    op.drop_constraint("fk_k", "keyless", type_="foreignkey")

# case: a foreign key by names
# given: account, keyless
# only: postgresql
def upgrade():
    op.create_foreign_key(
        constraint_name="fk_k", source_table="keyless", referent_table="account", local_cols=["id"], remote_cols=["id"]
    )

def downgrade():
    op.drop_constraint(constraint_name="fk_k", table_name="keyless", type_="foreignkey")

# case: a foreign key whose names need quotes
# only: postgresql
def upgrade():
    op.create_table("Order", sa.Column("Id", sa.Integer(), primary_key=True))
    op.create_table("Line", sa.Column("order", sa.Integer()))
    op.create_foreign_key("Fk Line", "Line", "Order", ["order"], ["Id"])

def downgrade():
    op.drop_constraint("Fk Line", "Line", type_="foreignkey")
    op.drop_table("Line")
    op.drop_table("Order")

# case: a check
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_age", "account", "age > 0 AND age < 200")

def downgrade():
    op.drop_constraint("ck_age", "account", type_="check")

# case: a check by text
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_name", "account", sa.text("name <> ''"))
    op.create_check_constraint("ck_like", "account", sa.text("email LIKE '%@%'"))

def downgrade():
    op.drop_constraint("ck_like", "account", type_="check")
    op.drop_constraint("ck_name", "account", type_="check")

# case: a check by an expression
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_a", "account", sa.func.length(sa.column("name")) > 2)
    op.create_check_constraint("ck_b", "account", sa.or_(sa.column("age").is_(None), sa.column("age").between(1, 150)))
    op.create_check_constraint("ck_c", "account", sa.column("name").in_(["Ada", "Grace", "Alan"]))
    op.create_check_constraint("ck_d", "account", sa.not_(sa.column("note") == "it's"))
    op.create_check_constraint("ck_e", "account", sa.column("age", sa.Integer) + 1 != 7)

def downgrade():
    for name in ("ck_e", "ck_d", "ck_c", "ck_b", "ck_a"):
        op.drop_constraint(name, "account", type_="check")

# case: a check without a name
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint(None, "account", "age > 0")

def downgrade():
    op.drop_constraint("account_age_check", "account")

# case: a check in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_price", "item", "price > 0", schema="shop")

def downgrade():
    op.drop_constraint("ck_price", "item", type_="check", schema="shop")

# case: a check that isn't proved at once
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_age", "account", "age > 50", postgresql_not_valid=True)

def downgrade():
    op.drop_constraint("ck_age", "account", type_="check")

# case: a check of a condition with percent and colon
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_odd", "account", "age % 2 < 2 AND name::text <> 'a:b'")

def downgrade():
    op.drop_constraint("ck_odd", "account", type_="check")

# case: an exclusion of what overlaps
# only: postgresql
def upgrade():
    op.create_table("booking", sa.Column("room", sa.Integer()), sa.Column("during", postgresql.TSRANGE()))
    op.create_exclude_constraint("ex_booking", "booking", ("during", "&&"), using="gist")

def downgrade():
    op.drop_constraint("ex_booking", "booking")
    op.drop_table("booking")

# case: an exclusion with a condition
# only: postgresql
def upgrade():
    op.create_table("booking", sa.Column("room", sa.Integer()), sa.Column("during", postgresql.INT4RANGE()))
    op.create_exclude_constraint(
        "ex_booking",
        "booking",
        (sa.column("during"), "&&"),
        where=sa.column("room") > 100,
        using="gist",
        deferrable=True,
        initially="DEFERRED",
    )

def downgrade():
    op.drop_constraint("ex_booking", "booking", type_=None)
    op.drop_table("booking")

# case: an exclusion in another schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_exclude_constraint("ex_item", "item", ("price", "="), where=sa.text("price > 5"), schema="shop", using="btree")

def downgrade():
    op.drop_constraint("ex_item", "item", schema="shop")

# case: an exclusion on SQLite is refused
# given: account
# only: sqlite
def upgrade():
    op.create_exclude_constraint("ex", "account", ("age", "="))

def downgrade():
    pass

# case: dropping constraints of every kind
# given: account, member
# only: postgresql
def upgrade():
    op.drop_constraint("fk_member_account", "member", type_="foreignkey")
    op.drop_constraint("uq_member_code", "member", type_="unique")
    op.drop_constraint("ck_member_level", "member", type_="check")
    op.drop_constraint("pk_member", "member", type_="primary")

def downgrade():
    op.create_primary_key("pk_member", "member", ["id"])
    op.create_check_constraint("ck_member_level", "member", "level > 0")
    op.create_unique_constraint("uq_member_code", "member", ["code"])
    op.create_foreign_key("fk_member_account", "member", "account", ["account_id"], ["id"])

# case: dropping constraints without saying their kind
# given: account, member
# only: postgresql
def upgrade():
    op.drop_constraint("fk_member_account", "member")
    op.drop_constraint("uq_member_code", table_name="member")
    op.drop_constraint("ck_member_level", "member", None)

def downgrade():
    op.create_check_constraint("ck_member_level", "member", "level > 0")
    op.create_unique_constraint("uq_member_code", "member", ["code"])
    op.create_foreign_key("fk_member_account", "member", "account", ["account_id"], ["id"])

# case: dropping a constraint if it is there
# since: Alembic 1.15.3
# given: account, member
# only: postgresql
# postgresql up: ALTER TABLE member DROP CONSTRAINT IF EXISTS uq_member_code;
# postgresql up: ALTER TABLE member DROP CONSTRAINT IF EXISTS uq_member_code;
def upgrade():
    op.drop_constraint("uq_member_code", "member", type_="unique", if_exists=True)
    op.drop_constraint("uq_member_code", "member", type_="unique", if_exists=True)

def downgrade():
    op.create_unique_constraint("uq_member_code", "member", ["code"])

# case: dropping a constraint whose name needs quotes
# only: postgresql
def upgrade():
    op.create_table("T", sa.Column("a", sa.Integer()), sa.UniqueConstraint("a", name="Uq A"))
    op.drop_constraint("Uq A", "T", type_="unique")

def downgrade():
    op.drop_table("T")

# case: dropping a constraint without a name is refused
# given: account
def upgrade():
    op.drop_constraint(None, "account", type_="foreignkey")

def downgrade():
    op.drop_constraint(None, "account")

# case: a kind of constraint that isn't one is refused
# given: account
def upgrade():
    op.drop_constraint("x", "account", type_="foreign")

def downgrade():
    op.drop_constraint("x", "account", type="unique")

# case: a foreign key on SQLite is refused
# given: account, keyless
# only: sqlite
def upgrade():
    op.create_foreign_key("fk_k", "keyless", "account", ["id"], ["id"])

def downgrade():
    op.drop_constraint("fk_k", "keyless", type_="foreignkey")

# case: a unique constraint on SQLite is refused
# given: account
# only: sqlite
def upgrade():
    op.create_unique_constraint("uq_k", "account", ["name"])

def downgrade():
    op.drop_constraint("uq_k", "account", type_="unique")

# case: a check on SQLite is refused
# given: account
# only: sqlite
def upgrade():
    op.create_check_constraint("ck_k", "account", "age > 0")

def downgrade():
    op.drop_constraint("ck_k", "account", type_="check")

# case: a primary key on SQLite is refused
# given: keyless
# only: sqlite
def upgrade():
    op.create_primary_key("pk_k", "keyless", ["id"])

def downgrade():
    op.drop_constraint("pk_k", "keyless", type_="primary")

# case: a missing column of a constraint is refused
# given: account
# only: postgresql
def upgrade():
    op.create_unique_constraint("uq_x", "account")

def downgrade():
    op.create_foreign_key("fk_x", "account", "account", ["id"])

# case: words of a constraint that aren't any are refused
# given: account
# only: postgresql
def upgrade():
    op.create_foreign_key("fk_x", "account", "account", ["id"], ["id"], on_delete="CASCADE")

def downgrade():
    op.create_primary_key("pk_x", "account", ["id"], nonsense=True)

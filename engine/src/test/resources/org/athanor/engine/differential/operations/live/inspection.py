# case: names of tables and views
# given: account, member, log
def upgrade():
    op.execute("CREATE VIEW adults AS SELECT * FROM account WHERE age > 17")
    inspector = sa.inspect(op.get_bind())
    say([t for t in sorted(inspector.get_table_names()) if t != "alembic_version"], inspector.get_view_names())
    say(inspector.has_table("account"), inspector.has_table("nothing"), inspector.default_schema_name)


def downgrade():
    op.execute("DROP VIEW adults")


# case: columns that are there already
# given: account, log
def upgrade():
    columns = {c["name"] for c in sa.inspect(op.get_bind()).get_columns("account")}
    say(sorted(columns))
    if "email" not in columns:
        op.add_column("account", sa.Column("email", sa.String(10)))
    if "phone" not in columns:
        op.add_column("account", sa.Column("phone", sa.String(10)))


def downgrade():
    columns = [c["name"] for c in sa.inspect(op.get_bind()).get_columns("account")]
    say(columns)
    if "phone" in columns:
        with op.batch_alter_table("account") as batch_op:
            batch_op.drop_column("phone")


# case: what a column is
# given: account, member, log
def upgrade():
    for table in ("account", "member"):
        for column in sa.inspect(op.get_bind()).get_columns(table):
            say(column["name"], str(column["type"]), column["nullable"], isinstance(column["type"], sa.String))
    say([c["default"] for c in sa.inspect(op.get_bind()).get_columns("member")][3])


# case: keys and constraints
# given: account, member, log
def upgrade():
    inspector = sa.inspect(op.get_bind())
    say(inspector.get_pk_constraint("member")["constrained_columns"], inspector.get_pk_constraint("member")["name"])
    for key in inspector.get_foreign_keys("member"):
        say(key["name"], key["constrained_columns"], key["referred_table"], key["referred_columns"], key["referred_schema"])
    say([(u["name"], u["column_names"]) for u in inspector.get_unique_constraints("member")])
    say([c["name"] for c in inspector.get_check_constraints("member")])
    say(inspector.get_foreign_keys("account"), inspector.get_unique_constraints("account"))


# case: indexes
# given: account, member, log
def upgrade():
    inspector = sa.inspect(op.get_bind())
    names = {i["name"]: (i["column_names"], bool(i["unique"])) for i in inspector.get_indexes("member")}
    say(names["ix_member_status"])
    if "ix_member_status" in names:
        op.drop_index("ix_member_status", table_name="member")
    if "ix_new" not in names:
        op.create_index("ix_new", "member", ["level"])
    say([i["name"] for i in sa.inspect(op.get_bind()).get_indexes("member") if i["name"].startswith("ix")])


# case: an inspector of older times
# given: account, log
def upgrade():
    from sqlalchemy.engine.reflection import Inspector

    inspector = Inspector.from_engine(op.get_bind())
    say("account" in inspector.get_table_names())


# case: an inspector remembers what it said
# given: account, log
def upgrade():
    inspector = sa.inspect(op.get_bind())
    before = inspector.get_table_names()
    op.create_table("late", sa.Column("id", sa.Integer, primary_key=True))
    say("late" in inspector.get_table_names(), "late" in sa.inspect(op.get_bind()).get_table_names())


def downgrade():
    if sa.inspect(op.get_bind()).has_table("late"):
        op.drop_table("late")


# case: a table that isn't there
# given: log
# only: postgresql
def upgrade():
    caught(sa.exc.NoSuchTableError, lambda: sa.inspect(op.get_bind()).get_columns("nothing"))


# case: the dialect asks
# given: account, log
def upgrade():
    bind = op.get_bind()
    say(bind.dialect.has_table(bind, "account"), bind.dialect.has_table(bind, "nothing"))
    say(bind.dialect.server_version_info > (3,), bind.engine.dialect.name)


# case: a table is read from the database
# given: account, log
def upgrade():
    conn = op.get_bind()
    account = sa.Table("account", sa.MetaData(), autoload_with=conn)
    say(sorted(c.name for c in account.columns), account.c.name.name)
    conn.execute(account.update().where(account.c.id == 2).values(age=account.c.age + 1))
    say(conn.execute(sa.select(account.c.age).where(account.c.name == "Grace")).scalar())
    say(conn.execute(account.insert().values(name="new")).inserted_primary_key[0])


# case: all tables are read from the database
# given: account, member, log
def upgrade():
    metadata = sa.MetaData()
    metadata.reflect(bind=op.get_bind())
    member = metadata.tables["member"]
    say(sorted(t for t in metadata.tables if t != "alembic_version"))
    say([tuple(r) for r in op.get_bind().execute(sa.select(member.c.code, member.c.level))])


# case: tables of one sort
# given: account, member, log
def upgrade():
    bind = op.get_bind()
    for table in sorted(sa.inspect(bind).get_table_names()):
        if table in ("alembic_version", "log"):
            continue
        columns = [c["name"] for c in sa.inspect(bind).get_columns(table) if "CHAR" in str(c["type"]).upper()]
        for column in columns:
            longest = bind.execute(sa.text(f'SELECT max(length("{column}")) FROM "{table}"')).scalar()
            say(table, column, longest)

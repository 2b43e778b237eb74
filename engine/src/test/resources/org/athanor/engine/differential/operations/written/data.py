# case: SQL as it stands
# given: account
def upgrade():
    op.execute("UPDATE account SET note = 'x' WHERE id = 1")

def downgrade():
    op.execute("DELETE FROM account WHERE id = 2")

# case: SQL over several lines
# given: account
def upgrade():
    op.execute(
        """
        UPDATE account
        SET note = 'two
        lines'
        WHERE id = 1
        """
    )

def downgrade():
    op.execute("UPDATE account " "SET note = NULL " "WHERE id = 1")

# case: SQL with percent and colons
# given: account
def upgrade():
    op.execute("UPDATE account SET note = '100%' WHERE name LIKE 'A%'")
    op.execute("UPDATE account SET note = 'a:b' WHERE name = '12:30'")
    op.execute("UPDATE account SET note = 'c\\:d'")

def downgrade():
    op.execute(sa.text("UPDATE account SET note = 'e\\:f'"))

# case: a cast with two colons
# given: account
# only: postgresql
def upgrade():
    op.execute("UPDATE account SET note = age::text || '%'")
    op.execute(sa.text("UPDATE account SET note = age::text"))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: SQL as text
# given: account
def upgrade():
    op.execute(sa.text("UPDATE account SET note = 'x'"))

def downgrade():
    op.execute(sa.sql.text("UPDATE account SET note = NULL"))

# case: SQL as text with values
# given: account
def upgrade():
    op.execute(sa.text("UPDATE account SET note = :note, age = :age WHERE id = :id").bindparams(note="it's", age=7, id=1))

def downgrade():
    op.execute(sa.text("UPDATE account SET note = :note").bindparams(sa.bindparam("note", None)))

# case: SQL as text with a typed value
# given: account
def upgrade():
    op.execute(sa.text("UPDATE account SET note = :note WHERE id = :id").bindparams(sa.bindparam("note", "x", sa.String), sa.bindparam("id", value=2, type_=sa.Integer)))

def downgrade():
    pass

# case: several statements in one text
# given: account
# runs: postgresql (SQLite's driver takes one)
def upgrade():
    op.execute("UPDATE account SET age = 1 WHERE id = 1; UPDATE account SET age = 2 WHERE id = 2;")

def downgrade():
    op.execute("UPDATE account SET age = 3;")

# case: SQL with a semicolon at its end
# given: account
def upgrade():
    op.execute("UPDATE account SET age = 4;")

def downgrade():
    op.execute("UPDATE account SET age = 5 ;\n")

# case: SQL with words for its execution
# given: account
def upgrade():
    op.execute("UPDATE account SET age = 4", execution_options={"autocommit": True})

def downgrade():
    op.execute(sqltext="UPDATE account SET age = 5")

# case: SQL through the connection
# given: account
def upgrade():
    op.get_bind().execute(sa.text("UPDATE account SET age = 4"))
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE account SET age = 5"))

def downgrade():
    bind = op.get_bind()
    for age in (1, 2):
        bind.execute(sa.text("UPDATE account SET age = %d" % age))

# case: SQL through the context
# given: account
def upgrade():
    op.get_context().execute("UPDATE account SET age = 4")

def downgrade():
    from alembic import context

    context.execute("UPDATE account SET age = 5")

# case: SQL from a file's own function
# given: account
def set_note(identifier, note):
    op.execute(f"UPDATE account SET note = '{note}' WHERE id = {identifier}")

def upgrade():
    for identifier, note in enumerate(["a", "b", "c"], start=1):
        set_note(identifier, note)

def downgrade():
    [set_note(i, "-") for i in range(1, 4)]

# case: rows into a table that was just made
def upgrade():
    colours = op.create_table("colour", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(20)), sa.Column("warm", sa.Boolean()))
    op.bulk_insert(colours, [{"id": 1, "name": "red", "warm": True}, {"id": 2, "name": "blue", "warm": False}, {"id": 3, "name": None, "warm": None}])

def downgrade():
    op.drop_table("colour")

# case: rows into a table by its words
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    op.bulk_insert(account, [{"id": 10, "name": "Edsger", "age": 72}, {"id": 11, "name": "Barbara", "age": 80}])

def downgrade():
    account = sa.table("account", sa.column("id", sa.Integer))
    op.execute(account.delete().where(account.c.id.in_([10, 11])))

# case: rows into a table by sa.sql
# given: account
from sqlalchemy.sql import column, table

def upgrade():
    op.bulk_insert(table("account", column("id"), column("name")), [{"id": 10, "name": "Edsger"}])

def downgrade():
    op.execute("DELETE FROM account WHERE id = 10")

# case: rows into a table by a full table
# given: account
def upgrade():
    account = sa.Table("account", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String), sa.Column("note", sa.Text))
    op.bulk_insert(account, [dict(id=10, name="x", note="a\nb"), dict(id=11, name="y", note='"q"')])

def downgrade():
    op.execute("DELETE FROM account WHERE id > 9")

# case: rows of every type
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( i INTEGER, s VARCHAR(50), b BOOLEAN, f FLOAT, n NUMERIC(10, 2), d DATE, dt TIMESTAMP WITHOUT TIME ZONE, t TIME WITHOUT TIME ZONE, big BIGINT, e VARCHAR(1) );
# postgresql up: INSERT INTO t (i, s, b, f, n, d, dt, t, big, e) VALUES (-5, 'it''s 100% \ done', true, 1.5, 12.50, '2026-01-02', '2026-01-02 03:04:05', '01:02:03', 1099511627776, 'y');
# postgresql up: INSERT INTO t (i, s, b, f, n, d, dt, t, big, e) VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
def upgrade():
    import datetime
    import decimal

    t = op.create_table(
        "t",
        sa.Column("i", sa.Integer()),
        sa.Column("s", sa.String(50)),
        sa.Column("b", sa.Boolean()),
        sa.Column("f", sa.Float()),
        sa.Column("n", sa.Numeric(10, 2)),
        sa.Column("d", sa.Date()),
        sa.Column("dt", sa.DateTime()),
        sa.Column("t", sa.Time()),
        sa.Column("big", sa.BigInteger()),
        sa.Column("e", sa.Enum("x", "y", name="letter", native_enum=False)),
    )
    op.bulk_insert(
        t,
        [
            {
                "i": -5,
                "s": "it's 100% \\ done",
                "b": True,
                "f": 1.5,
                "n": decimal.Decimal("12.50"),
                "d": datetime.date(2026, 1, 2),
                "dt": datetime.datetime(2026, 1, 2, 3, 4, 5),
                "t": datetime.time(1, 2, 3),
                "big": 2**40,
                "e": "y",
            },
            {"i": None, "s": None, "b": None, "f": None, "n": None, "d": None, "dt": None, "t": None, "big": None, "e": None},
        ],
    )

def downgrade():
    op.drop_table("t")

# case: a time with fractions
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a TIMESTAMP WITHOUT TIME ZONE, b TIMESTAMP WITH TIME ZONE );
# postgresql up: INSERT INTO t (a, b) VALUES ('2026-01-02 03:04:05.000678', '2026-01-02 03:04:00');
# postgresql up: INSERT INTO t (a) VALUES ('2025-12-31 23:59:59.999999');
def upgrade():
    import datetime

    t = op.create_table("t", sa.Column("a", sa.DateTime()), sa.Column("b", sa.DateTime(timezone=True)))
    op.bulk_insert(t, [{"a": datetime.datetime(2026, 1, 2, 3, 4, 5, 678), "b": datetime.datetime(2026, 1, 2, 3, 4)}])
    op.execute(t.insert().values(a=datetime.datetime(2025, 12, 31, 23, 59, 59, 999999)))

def downgrade():
    op.drop_table("t")

# case: rows with documents
# only: sqlite
def upgrade():
    t = op.create_table("t", sa.Column("a", sa.JSON()))
    op.bulk_insert(t, [{"a": {"k": [1, 2, None], "it's": "é"}}, {"a": []}])

def downgrade():
    op.drop_table("t")

# case: rows with documents on PostgreSQL
# only: postgresql
def upgrade():
    t = op.create_table("t", sa.Column("a", postgresql.JSONB()), sa.Column("b", sa.JSON()))
    op.bulk_insert(t, [{"a": {"k": [1, 2, None], "it's": "é"}, "b": "text"}])

def downgrade():
    op.drop_table("t")

# case: rows with arrays
# since: SQLAlchemy 2.0
# only: postgresql
# postgresql up: CREATE TABLE t ( a INTEGER[], b VARCHAR[] );
# postgresql up: INSERT INTO t (a, b) VALUES (ARRAY[1, 2], ARRAY['x', 'it''s']);
def upgrade():
    t = op.create_table("t", sa.Column("a", postgresql.ARRAY(sa.Integer())), sa.Column("b", postgresql.ARRAY(sa.String())))
    op.bulk_insert(t, [{"a": [1, 2], "b": ["x", "it's"]}])

def downgrade():
    op.drop_table("t")

# case: rows with identifiers
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a UUID, b VARCHAR(36) );
# postgresql up: INSERT INTO t (a, b) VALUES ('12345678-1234-5678-1234-567812345678', '00000000-0000-0000-0000-000000000005');
# sqlite up: CREATE TABLE t ( a CHAR(32), b VARCHAR(36) );
# sqlite up: INSERT INTO t (a, b) VALUES ('12345678123456781234567812345678', '00000000-0000-0000-0000-000000000005');
def upgrade():
    import uuid

    t = op.create_table("t", sa.Column("a", sa.Uuid()), sa.Column("b", sa.String(36)))
    op.bulk_insert(t, [{"a": uuid.UUID("12345678-1234-5678-1234-567812345678"), "b": str(uuid.UUID(int=5))}])

def downgrade():
    op.drop_table("t")

# case: rows with an enumeration of Python
import enum

class Mood(enum.Enum):
    SAD = "sad"
    OK = "ok"

def upgrade():
    t = op.create_table("t", sa.Column("mood", sa.Enum(Mood, name="mood", native_enum=False)))
    op.bulk_insert(t, [{"mood": Mood.SAD}, {"mood": "OK"}])

def downgrade():
    op.drop_table("t")

# case: rows one by one
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    op.bulk_insert(account, [{"id": 10, "name": "x"}, {"id": 11, "name": "y"}], multiinsert=False)

def downgrade():
    op.execute("DELETE FROM account WHERE id > 9")

# case: rows with values as they stand
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("note", sa.String))
    op.bulk_insert(account, [{"id": 10, "name": op.inline_literal("it's"), "note": "x"}], multiinsert=False)
    op.execute(account.update().where(account.c.id == op.inline_literal(10)).values({"note": op.inline_literal("y")}))

def downgrade():
    account = sa.table("account", sa.column("id", sa.Integer))
    op.execute(account.delete().where(account.c.id == op.inline_literal(10)))

# case: rows with fewer values
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("note", sa.String))
    op.bulk_insert(account, [{"id": 10, "name": "x"}, {"id": 11, "name": "y"}])

def downgrade():
    op.execute("DELETE FROM account WHERE id > 9")

# case: no rows
# given: account
def upgrade():
    op.bulk_insert(sa.table("account", sa.column("id")), [])

def downgrade():
    pass

# case: rows by a comprehension
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    op.bulk_insert(account, [{"id": 10 + n, "name": name} for n, name in enumerate(("a", "b", "c"))])

def downgrade():
    op.execute("DELETE FROM account WHERE id IN (%s)" % ", ".join(str(10 + n) for n in range(3)))

# case: rows that aren't rows are refused
# given: account
def upgrade():
    op.bulk_insert(sa.table("account", sa.column("id")), {"id": 1})

def downgrade():
    op.bulk_insert(sa.table("account", sa.column("id")), [(1,)])

# case: an insert
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    op.execute(account.insert().values(id=10, name="Niklaus", age=None))
    op.execute(sa.insert(account).values({"id": 11, "name": "Tony"}))
    op.execute(account.insert().values({account.c.id: 12, account.c.name: "John"}))

def downgrade():
    account = sa.table("account", sa.column("id", sa.Integer))
    op.execute(sa.delete(account).where(account.c.id >= 10))

# case: an insert of several rows
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    op.execute(account.insert().values([{"id": 10, "name": "x"}, {"id": 11, "name": "y"}]))

def downgrade():
    op.execute("DELETE FROM account WHERE id > 9")

# case: an insert of what is found
# given: account, keyless
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    keyless = sa.table("keyless", sa.column("id", sa.Integer), sa.column("kind", sa.String))
    op.execute(keyless.insert().from_select(["id", "kind"], sa.select(account.c.id, account.c.name).where(account.c.id > 1)))

def downgrade():
    op.execute("DELETE FROM keyless WHERE id > 1")

# case: an insert with words of SQL
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("note", sa.String))
    op.execute(account.insert().values(id=10, name=sa.func.upper("x"), note=sa.text("'raw' || 'text'")))
    op.execute(account.insert().values(id=sa.literal(11), name=sa.literal("y", sa.String), note=sa.null()))

def downgrade():
    op.execute("DELETE FROM account WHERE id > 9")

# case: an update
# given: account
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer), sa.column("note", sa.String))
    op.execute(account.update().values(note="all"))
    op.execute(account.update().where(account.c.id == 1).values(note="it's", age=5))
    op.execute(sa.update(account).where(account.c.name == "Ada").where(account.c.age > 3).values({"note": None}))
    op.execute(account.update().values({account.c.age: account.c.age + 1}))

def downgrade():
    account = sa.table("account", sa.column("age", sa.Integer))
    op.execute(account.update().values(age=account.c.age - 1))

# case: conditions
# given: account
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer), sa.column("note", sa.String))
    done = a.update().values(note="x")
    op.execute(done.where(a.c.id != 1))
    op.execute(done.where(a.c.age <= 10))
    op.execute(done.where(a.c.age.between(1, 10)))
    op.execute(done.where(a.c.name.in_(["a", "b"])))
    op.execute(done.where(a.c.name.notin_(["a", "b"])))
    op.execute(done.where(a.c.note.is_(None)))
    op.execute(done.where(a.c.note.isnot(None)))
    op.execute(done.where(a.c.note == None))  # noqa: E711
    op.execute(done.where(a.c.note != None))  # noqa: E711
    op.execute(done.where(a.c.name.like("A%")))
    op.execute(done.where(~a.c.name.like("A%")))
    op.execute(done.where(a.c.name.startswith("A")))
    op.execute(done.where(a.c.name.contains("d")))
    op.execute(done.where(a.c.name.endswith("a")))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: conditions together
# given: account
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer), sa.column("note", sa.String))
    done = a.update().values(note="x")
    op.execute(done.where(sa.and_(a.c.id > 1, a.c.id < 9)))
    op.execute(done.where(sa.or_(a.c.id == 1, a.c.id == 2)))
    op.execute(done.where((a.c.id == 1) | (a.c.id == 2) & (a.c.age > 5)))
    op.execute(done.where(((a.c.id == 1) | (a.c.id == 2)) & (a.c.age > 5)))
    op.execute(done.where(sa.not_(sa.or_(a.c.id == 1, a.c.age == 2))))
    op.execute(done.where(sa.not_(a.c.id == 1)))
    op.execute(done.where(~sa.and_(a.c.id == 1, a.c.name == "x")))
    op.execute(done.where(a.c.id == 1, a.c.name == "y"))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: conditions of truth
# given: keyless
def upgrade():
    k = sa.table("keyless", sa.column("id", sa.Integer), sa.column("active", sa.Boolean), sa.column("kind", sa.String))
    op.execute(k.update().values(active=True))
    op.execute(k.update().where(k.c.active.is_(True)).values(active=False))
    op.execute(k.update().where(k.c.active == True).values(kind="t"))  # noqa: E712
    op.execute(k.update().where(k.c.active == sa.false()).values(kind="f", active=sa.true()))
    op.execute(k.update().where(k.c.active).values(kind="u"))
    op.execute(k.update().where(~k.c.active).values(kind="v"))
    op.execute(k.update().where(sa.not_(k.c.active)).values(kind="w"))

def downgrade():
    op.execute("UPDATE keyless SET active = NULL")

# case: functions and arithmetic
# given: account
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer), sa.column("note", sa.String))
    op.execute(a.update().values(note=sa.func.lower(a.c.name)))
    op.execute(a.update().values(note=a.c.name + " " + a.c.name))
    op.execute(a.update().values(note=sa.func.coalesce(a.c.note, a.c.name, "none")))
    op.execute(a.update().values(age=a.c.age * 2 + 1))
    op.execute(a.update().values(age=(a.c.age + 1) * 2))
    op.execute(a.update().values(age=sa.func.length(a.c.name) - 1))
    op.execute(a.update().values(note=sa.cast(a.c.age, sa.String)))
    op.execute(a.update().values(note=sa.cast(a.c.age, sa.String(5))))
    op.execute(a.update().values(note=sa.func.substr(a.c.name, 1, 3)))
    op.execute(a.update().values(note=sa.func.replace(a.c.name, "a", "it's")))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: one or the other
# given: account
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer), sa.column("note", sa.String))
    op.execute(a.update().values(note=sa.case((a.c.age > 50, "old"), (a.c.age > 10, "young"), else_="child")))
    op.execute(a.update().values(note=sa.case((a.c.name == "Ada", a.c.email), else_=None)) if "email" in a.c else a.update().values(note="n"))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: an update from another table
# given: account, member
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("note", sa.String))
    m = sa.table("member", sa.column("account_id", sa.Integer), sa.column("code", sa.String))
    op.execute(a.update().values(note=sa.select(m.c.code).where(m.c.account_id == a.c.id).scalar_subquery()))
    op.execute(a.update().where(a.c.id.in_(sa.select(m.c.account_id).where(m.c.code == "A-1"))).values(note="member"))
    op.execute(a.update().where(sa.exists().where(m.c.account_id == a.c.id)).values(note="there"))

def downgrade():
    op.execute("UPDATE account SET note = NULL")

# case: a delete
# given: account
def upgrade():
    a = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    op.execute(a.delete().where(a.c.name == "Ada"))
    op.execute(sa.delete(a).where(sa.or_(a.c.id == 2, a.c.id == 3)))
    op.execute(a.delete())

def downgrade():
    pass

# case: tables in a schema
# given: shop_schema
# only: postgresql
def upgrade():
    item = sa.table("item", sa.column("id", sa.Integer), sa.column("title", sa.String), schema="shop")
    op.bulk_insert(item, [{"id": 1, "title": "x"}])
    op.execute(item.update().where(item.c.id == 1).values(title="y"))
    op.execute(item.insert().values(id=2, title="z"))

def downgrade():
    item = sa.table("item", sa.column("id", sa.Integer), schema="shop")
    op.execute(item.delete().where(item.c.id.in_((1, 2))))

# case: names that need quotes in statements
# only: postgresql
def upgrade():
    op.create_table("Order", sa.Column("Id", sa.Integer()), sa.Column("user", sa.String(9)))
    order = sa.table("Order", sa.column("Id", sa.Integer), sa.column("user", sa.String))
    op.bulk_insert(order, [{"Id": 1, "user": "x"}])
    op.execute(order.update().where(order.c.Id == 1).values(user="y"))
    op.execute(order.delete().where(order.c["user"] == "y"))

def downgrade():
    op.drop_table("Order")

# case: a table built for its columns
# given: account
def upgrade():
    metadata = sa.MetaData()
    account = sa.Table("account", metadata, sa.Column("id", sa.Integer), sa.Column("note", sa.Text))
    op.execute(account.update().where(account.c.id == sa.bindparam("given", 3)).values(note="three"))

def downgrade():
    account = sa.Table("account", sa.MetaData(), sa.Column("id", sa.Integer), sa.Column("note", sa.Text), sa.Column("age", sa.Integer, onupdate=5))
    op.execute(account.update().values(note=None))

# case: now in a statement
# given: keyless
def upgrade():
    k = sa.table("keyless", sa.column("id", sa.Integer), sa.column("starts", sa.DateTime))
    op.execute(k.update().values(starts=sa.func.now()))
    op.execute(k.update().values(starts=sa.func.current_timestamp()))

def downgrade():
    op.execute("UPDATE keyless SET starts = NULL")

# case: an insert with words for the dialect
# only: postgresql
def upgrade():
    from sqlalchemy.dialects.postgresql import insert

    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("n", sa.Integer()))
    t = sa.table("t", sa.column("id", sa.Integer), sa.column("n", sa.Integer))
    op.execute(insert(t).values(id=1, n=2).on_conflict_do_nothing())
    op.execute(insert(t).values(id=1, n=3).on_conflict_do_nothing(index_elements=["id"]))

def downgrade():
    op.drop_table("t")

# case: reserved words in a statement
# given: account
def upgrade():
    t = sa.table("account", sa.column("id", sa.Integer), sa.column("order", sa.Integer))
    op.add_column("account", sa.Column("order", sa.Integer()))
    op.execute(t.update().where(t.c.order.is_(None)).values(order=t.c.id))

def downgrade():
    op.drop_column("account", "order")

# case: a number as text and a text as number
# given: account
def upgrade():
    t = sa.table("account", sa.column("id"), sa.column("note"), sa.column("age"))
    op.execute(t.update().where(t.c.id == 1).values(note="5", age=6))
    op.execute(t.update().where(t.c.age == 6.5).values(note=str(7)))

def downgrade():
    op.execute(sa.text("UPDATE account SET note = '%s'" % "x%"))

# case: columns of light and of full tables compared
# given: account, member
def upgrade():
    light = sa.table("account", sa.column("id"), sa.column("age"))
    full = sa.Table("member", sa.MetaData(), sa.Column("id", sa.Integer), sa.Column("level", sa.Integer))
    for condition in (light.c.age < full.c.level, light.c.age >= full.c.level, light.c.id == full.c.id,
                      light.c.id != full.c.id, full.c.level > light.c.age, sa.literal_column("1") < full.c.id):
        op.execute(sa.select(sa.literal(1)).where(condition).with_only_columns(full.c.id))

def downgrade():
    text = sa.text("a")
    op.execute(sa.text("UPDATE account SET note = '%s'" % hasattr(text, "desc")))

# case: parameters with values of their own
# given: account
def upgrade():
    t = sa.table("account", sa.column("id"), sa.column("note"))
    op.execute(t.update().where(t.c.id == sa.bindparam("k", 1)).values(note=sa.bindparam("n", "v")))
    op.execute(t.delete().where(t.c.id.in_(sa.bindparam("k", [1, 2], type_=sa.Integer))))

def downgrade():
    pass

# case: an aggregate over the rows for which a truth holds
# given: account
def upgrade():
    t = sa.table("account", sa.column("id"), sa.column("yes", sa.Boolean))
    op.execute(sa.text("ALTER TABLE account ADD COLUMN yes BOOLEAN"))
    op.execute(sa.select(sa.func.count(t.c.id.distinct()).filter(t.c.yes)))
    op.execute(sa.select(sa.func.count(t.c.id).filter(t.c.yes, t.c.id > 1)))
    op.execute(sa.select(sa.func.count(t.c.id).filter(t.c.yes).filter(t.c.id > 1)))

def downgrade():
    op.drop_column("account", "yes")

# case: rows of a text are counted, indexed, named and unpacked
# given: account, log
def upgrade():
    conn = op.get_bind()
    rows = conn.execute(sa.text("SELECT id, name, email FROM account ORDER BY id")).fetchall()
    say(len(rows), rows[0][1], rows[0].name, rows[-1].email, rows[1][0:2])
    for id, name, email in rows:
        say(id, name, email)
    say(rows[0] == (1, "Ada", "ada@example.org"), tuple(rows[1]), list(rows[2]))
    say(rows[0]._mapping["name"], rows[0]._asdict(), rows[0]._fields, len(rows[0]))


# case: rows are fetched one by one and in parts
# given: account, log
def upgrade():
    conn = op.get_bind()
    result = conn.execute(sa.text("SELECT id FROM account ORDER BY id"))
    say(result.fetchone(), result.fetchmany(1), result.fetchall(), result.fetchone())
    say(conn.execute(sa.text("SELECT id FROM account WHERE id > 99")).first())
    say(conn.execute(sa.text("SELECT id FROM account ORDER BY id DESC")).first())
    say([row for row in conn.execute(sa.text("SELECT id FROM account WHERE id < 3 ORDER BY id"))])


# case: one value
# given: account, log
def upgrade():
    conn = op.get_bind()
    say(conn.execute(sa.text("SELECT count(*) FROM account")).scalar())
    say(conn.scalar(sa.text("SELECT max(age) FROM account")))
    say(conn.execute(sa.text("SELECT name FROM account WHERE id = 1")).scalar_one())
    say(conn.execute(sa.text("SELECT name FROM account WHERE id = 99")).scalar())
    say(conn.execute(sa.text("SELECT name FROM account WHERE id = 99")).scalar_one_or_none())
    say(conn.execute(sa.text("SELECT name, age FROM account WHERE id = 2")).one())


# case: one row that isn't one
# given: account, log
def upgrade():
    conn = op.get_bind()
    caught(sa.exc.NoResultFound, lambda: conn.execute(sa.text("SELECT 1 FROM account WHERE id = 99")).one())
    caught(sa.exc.MultipleResultsFound, lambda: conn.execute(sa.text("SELECT id FROM account")).one())
    say(conn.execute(sa.text("SELECT id FROM account WHERE id = 99")).one_or_none())


# case: scalars, mappings and keys
# given: account, log
def upgrade():
    conn = op.get_bind()
    query = sa.text("SELECT id, name FROM account ORDER BY id")
    say(conn.execute(query).scalars().all(), conn.execute(query).scalars(1).all())
    say([dict(row) for row in conn.execute(query).mappings()], list(conn.execute(query).keys()))
    say(conn.execute(query).mappings().first()["name"])
    for row in conn.execute(query).mappings().all():
        say(row["id"], row.get("name"), row.get("nothing"))
    say(dict(conn.execute(query).fetchall()), {row.id: row.name for row in conn.execute(query)})


# case: a select of a table knows its columns
# given: account, log
def upgrade():
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    conn = op.get_bind()
    for row in conn.execute(sa.select(account.c.id, account.c.name).where(account.c.age > 40).order_by(account.c.id)):
        say(row.id, row.name)
        conn.execute(account.update().where(account.c.id == row.id).values(name=row.name.upper() + "'s"))
    say(conn.execute(sa.select(sa.func.count()).select_from(account)).scalar())
    say(conn.execute(sa.select(account.c.name, sa.func.length(account.c.name).label("long")).order_by(account.c.id)).all())


# case: how many rows were changed
# given: account, log
def upgrade():
    conn = op.get_bind()
    say(conn.execute(sa.text("UPDATE account SET age = age + 1 WHERE id > 1")).rowcount)
    say(conn.execute(sa.text("DELETE FROM account WHERE id = :id"), {"id": 3}).rowcount)
    account = sa.table("account", sa.column("id"), sa.column("note"))
    say(conn.execute(account.update().values(note="seen")).rowcount)
    say(conn.execute(account.delete().where(account.c.id == 99)).rowcount)


# case: values of a text are bound
# given: account, log
def upgrade():
    conn = op.get_bind()
    say(conn.execute(sa.text("SELECT id FROM account WHERE name = :name"), {"name": "Alan"}).scalar())
    say(conn.execute(sa.text("SELECT id FROM account WHERE name = :name").bindparams(name="Grace")).scalar())
    conn.execute(sa.text("UPDATE account SET note = :note, age = :age WHERE id = :id"), {"note": "a 'b' %s :c", "age": None, "id": 1})
    say(conn.execute(sa.text("SELECT note, age FROM account WHERE id = 1")).one())
    conn.execute(
        sa.text("INSERT INTO account (id, name, age) VALUES (:id, :name, :age)"),
        [{"id": 10, "name": "x", "age": 1}, {"id": 11, "name": "y", "age": 2}],
    )
    ids = sa.text("SELECT id FROM account WHERE id IN :ids ORDER BY id").bindparams(sa.bindparam("ids", expanding=True))
    say(conn.execute(ids, {"ids": [1, 10, 99]}).scalars().all())


# case: a tuple and a list among the values
# given: account, log
# only: postgresql
def upgrade():
    conn = op.get_bind()
    say(conn.execute(sa.text("SELECT id FROM account WHERE id IN :ids ORDER BY id"), {"ids": (1, 3)}).scalars().all())
    say(conn.execute(sa.text("SELECT id FROM account WHERE id = ANY(:ids) ORDER BY id"), {"ids": [2, 3]}).scalars().all())
    say(conn.execute(sa.text("SELECT id FROM account WHERE name = ANY(:names)"), {"names": ["Ada"]}).scalars().all())


# case: a value that is missing
# given: account, log
def upgrade():
    caught(sa.exc.StatementError, lambda: op.get_bind().execute(sa.text("SELECT id FROM account WHERE id = :id")))


# case: SQL of the driver's own
# given: account, log
def upgrade():
    conn = op.get_bind()
    say(conn.exec_driver_sql("SELECT name FROM account ORDER BY id").fetchall())
    if conn.dialect.name == "sqlite":
        say(conn.exec_driver_sql("SELECT name FROM account WHERE id = ? AND name <> '?'", (2,)).scalar())
    else:
        say(conn.exec_driver_sql("SELECT name FROM account WHERE id = %s", (2,)).scalar())
        say(conn.exec_driver_sql("SELECT name FROM account WHERE id = %(id)s", {"id": 2}).scalar())


# case: the key of a new row
# given: log
def upgrade():
    conn = op.get_bind()
    table = op.create_table(
        "thing", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(20))
    )
    first = conn.execute(table.insert().values(name="one"))
    second = conn.execute(sa.insert(table).values(name="two"))
    say(first.inserted_primary_key[0], second.inserted_primary_key[0], list(second.inserted_primary_key))
    third = conn.execute(table.insert(), {"name": "three"})
    say(third.inserted_primary_key[0], third.rowcount)
    conn.execute(table.insert(), [{"name": "four"}, {"name": "five"}])
    say(conn.execute(sa.select(table.c.id, table.c.name).order_by(table.c.id)).fetchall())


# case: rows that an insert gives back
# given: account, log
# only: postgresql
def upgrade():
    conn = op.get_bind()
    say(conn.execute(sa.text("INSERT INTO account (id, name) VALUES (9, 'Edsger') RETURNING id, name")).fetchone())
    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String))
    say(conn.execute(account.insert().values(id=8, name="Barbara").returning(account.c.id)).scalar())
    say(conn.execute(account.update().where(account.c.id == 8).values(name="B.").returning(account.c.name)).all())


# case: values of many types come back
# given: log
def upgrade():
    import datetime
    import decimal
    import uuid

    table = op.create_table(
        "kind",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("truth", sa.Boolean),
        sa.Column("exact", sa.Numeric(10, 2)),
        sa.Column("real", sa.Float),
        sa.Column("day", sa.Date),
        sa.Column("moment", sa.DateTime),
        sa.Column("bytes", sa.LargeBinary),
        sa.Column("doc", sa.JSON),
        sa.Column("big", sa.BigInteger),
        sa.Column("one", sa.Enum("a", "b", name="letter")),
    )
    conn = op.get_bind()
    conn.execute(
        table.insert().values(
            truth=True,
            exact=decimal.Decimal("12.50"),
            real=1.5,
            day=datetime.date(2020, 2, 29),
            moment=datetime.datetime(2020, 1, 2, 3, 4, 5, 678),
            bytes=b"\x00a\xff",
            doc={"a": [1, 2.5, None, True, "x'y"]},
            big=2**40,
            one="b",
        )
    )
    row = conn.execute(sa.select(table)).one()
    say(*row)
    say(row.day.year, row.moment.minute, row.doc["a"][1], row.truth is True)
    conn.execute(table.insert().values(truth=None))
    say(*conn.execute(sa.select(table).where(table.c.truth == None)).one())


# case: values of PostgreSQL's own types come back from a text
# given: log
# only: postgresql
def upgrade():
    conn = op.get_bind()
    say(*conn.execute(sa.text("SELECT 1::smallint, 2::bigint, 1.50::numeric, 2.5::float8, true, 'x'::text, NULL::int")).one())
    say(*conn.execute(sa.text("SELECT '2020-01-02'::date, '2020-01-02 03:04:05.5'::timestamp, '03:04'::time")).one())
    say(*conn.execute(sa.text("SELECT '{\"a\": [1]}'::json, '[1, 2]'::jsonb, ARRAY[1,2], ARRAY['a','b c', NULL]")).one())
    say(*conn.execute(sa.text("SELECT '1 day 02:03:04.5'::interval, 'abc'::varchar(10), 'x'::char(3)")).one())
    say(*conn.execute(sa.text("SELECT ARRAY[[1,2],[3,4]], ARRAY[true], ARRAY[]::int[], 12::oid, '1.2.3.4'::inet")).one())
    say(conn.execute(sa.text("SELECT '2020-01-02 03:04:05+00'::timestamptz")).scalar().isoformat()[:10])


# case: UUIDs
# given: log
# only: postgresql
# since: SQLAlchemy 2.0
def upgrade():
    import uuid

    conn = op.get_bind()
    value = uuid.UUID("00000000-0000-0000-0000-00000000002a")
    op.execute("CREATE TABLE u (id uuid PRIMARY KEY)")
    conn.execute(sa.text("INSERT INTO u (id) VALUES (:id)"), {"id": value})
    say(str(conn.execute(sa.text("SELECT id FROM u")).scalar()))
    u = sa.table("u", sa.column("id", postgresql.UUID(as_uuid=True)))
    conn.execute(u.delete().where(u.c.id == value))


# case: values of a text on SQLite are what is stored
# given: log
# only: sqlite
def upgrade():
    conn = op.get_bind()
    say(*conn.execute(sa.text("SELECT 1, 2.5, 'x', NULL, X'00ff', 1 = 1, CURRENT_DATE IS NOT NULL, 9007199254740993")).one())


# case: a JSON document is changed row by row
# given: log
def upgrade():
    doc = op.create_table("doc", sa.Column("id", sa.Integer, primary_key=True), sa.Column("body", sa.JSON))
    op.bulk_insert(doc, [{"id": 1, "body": {"a": 1}}, {"id": 2, "body": {"a": 2, "b": [1, 2]}}, {"id": 3, "body": None}])
    conn = op.get_bind()
    for id, body in conn.execute(sa.select(doc.c.id, doc.c.body).order_by(doc.c.id)).fetchall():
        body = body or {}
        body["seen"] = True
        body.pop("a", None)
        conn.execute(doc.update().where(doc.c.id == id).values(body=body))
    say([row.body for row in conn.execute(sa.select(doc.c.body).order_by(doc.c.id))])


# case: a column is filled from what the rows hold
# given: account, log
def upgrade():
    op.add_column("account", sa.Column("slug", sa.String(60)))
    conn = op.get_bind()
    seen = set()
    for id, name in conn.execute(sa.text("SELECT id, name FROM account ORDER BY id")):
        slug = "%s-%d" % (name.lower(), len(seen))
        seen.add(slug)
        conn.execute(sa.text("UPDATE account SET slug = :slug WHERE id = :id"), {"slug": slug, "id": id})
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("slug", existing_type=sa.String(60), nullable=False)
    say(sorted(seen))


def downgrade():
    count = op.get_bind().execute(sa.text("SELECT count(*) FROM account WHERE slug IS NOT NULL")).scalar()
    say(count)
    if count == 3:
        with op.batch_alter_table("account") as batch_op:
            batch_op.drop_column("slug")


# case: nothing to do if there is nothing
# given: account, log
def upgrade():
    conn = op.get_bind()
    if not conn.execute(sa.text("SELECT 1 FROM account WHERE age > 100")).fetchall():
        say("nobody")
        return
    op.drop_table("account")


# case: a result that gives no rows
# given: account, log
def upgrade():
    conn = op.get_bind()
    result = conn.execute(sa.text("UPDATE account SET age = 1"))
    say(result.returns_rows)
    caught(sa.exc.ResourceClosedError, lambda: result.fetchall())


# case: rows are sets' members, keys and sorted
# given: account, log
def upgrade():
    rows = op.get_bind().execute(sa.text("SELECT name, age FROM account")).all()
    say(sorted(rows), max(rows, key=lambda r: r.age).name, len(set(rows)))
    say({row: 1 for row in rows}[("Ada", 36)], sorted(r for (r, _) in rows))


# case: what a block outside of the transaction sees
# given: account, log
# only: postgresql
def upgrade():
    conn = op.get_bind()
    conn.execute(sa.text("UPDATE account SET age = 1 WHERE id = 1"))
    with op.get_context().autocommit_block():
        op.execute("CREATE INDEX CONCURRENTLY ix_account_age ON account (age)")
    say(op.get_bind().execute(sa.text("SELECT age FROM account WHERE id = 1")).scalar())


# case: values for the parameters of changes
# given: account, log
def upgrade():
    conn = op.get_bind()
    t = sa.table("account", sa.column("id"), sa.column("name"), sa.column("age"))
    change = t.update().where(t.c.id == sa.bindparam("b_id")).values(name=sa.bindparam("b_name"))
    say(conn.execute(change, {"b_id": 1, "b_name": "one"}).rowcount)
    conn.execute(change, [{"b_id": 2, "b_name": "two"}, {"b_id": 3, "b_name": "three", "other": 1}])
    conn.execute(t.update().where(t.c.id == sa.bindparam("b_id")).values({"age": 5}), {"b_id": 3})
    conn.execute(t.insert().values(name=sa.bindparam("z"), age=7), {"id": 9, "z": "nine"})
    say(conn.execute(t.delete().where(t.c.age == sa.bindparam("k")), {"k": 7}).rowcount)
    say(conn.execute(sa.select(t.c.name).where(t.c.id == sa.bindparam("k")), {"k": 3}).scalar())
    say(conn.execute(sa.select(t.c.name).where(t.c.id.in_(sa.bindparam("k", expanding=True))), {"k": [2]}).scalar())
    caught(sa.exc.StatementError, lambda: conn.execute(sa.select(t.c.name).where(t.c.id == sa.bindparam("k"))))
    caught(sa.exc.CompileError, lambda: conn.execute(t.update().where(t.c.name == sa.bindparam("name")), {"name": "x", "age": 1}))
    caught(sa.exc.StatementError, lambda: conn.execute(t.insert(), [{"id": 20, "name": "x"}, {"id": 21}]))

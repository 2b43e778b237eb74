# case: a refused row is taken back by a savepoint
# given: account, log
def upgrade():
    conn = op.get_bind()
    try:
        with conn.begin_nested():
            conn.execute(sa.text("UPDATE account SET age = 99"))
            conn.execute(sa.text("INSERT INTO account (id, name) VALUES (1, 'again')"))
    except sa.exc.IntegrityError:
        say("refused")
    say(conn.execute(sa.text("SELECT age FROM account WHERE id = 1")).scalar())


# case: a savepoint by hand
# given: account, log
def upgrade():
    conn = op.get_bind()
    savepoint = conn.begin_nested()
    conn.execute(sa.text("DELETE FROM account"))
    savepoint.rollback()
    savepoint = conn.begin_nested()
    conn.execute(sa.text("DELETE FROM account WHERE id = 3"))
    savepoint.commit()
    say(conn.execute(sa.text("SELECT count(*) FROM account")).scalar())


# case: an error is caught by what it is
# given: account, log
# only: sqlite
def upgrade():
    conn = op.get_bind()
    caught(sa.exc.IntegrityError, lambda: conn.execute(sa.text("INSERT INTO account (id, name) VALUES (1, 'x')")))
    caught(sa.exc.DatabaseError, lambda: conn.execute(sa.text("SELECT nothing FROM account")))
    caught(sa.exc.OperationalError, lambda: conn.execute(sa.text("SELECT 1 FROM nothing")))
    caught(Exception, lambda: op.execute("DROP TABLE nothing"))


# case: errors of PostgreSQL have their classes
# given: account, log
# only: postgresql
def upgrade():
    conn = op.get_bind()

    def inside(sql):
        with conn.begin_nested():
            conn.execute(sa.text(sql))

    caught(sa.exc.IntegrityError, lambda: inside("INSERT INTO account (id, name) VALUES (1, 'x')"))
    caught(sa.exc.ProgrammingError, lambda: inside("SELECT nothing FROM account"))
    caught(sa.exc.DataError, lambda: inside("SELECT 1 / 0"))
    caught(sa.exc.DataError, lambda: inside("SELECT 'x'::int"))
    caught(sa.exc.InternalError, lambda: inside("DO $$ BEGIN RAISE EXCEPTION 'no'; END $$"))


# case: what the database said
# given: account, log
# only: postgresql
def upgrade():
    conn = op.get_bind()
    try:
        with conn.begin_nested():
            op.create_table("account", sa.Column("id", sa.Integer))
    except sa.exc.ProgrammingError as e:
        say("already exists" in str(e), e.orig.pgcode)


# case: after an error nothing goes on
# given: account, log
# only: postgresql
def upgrade():
    try:
        op.execute("SELECT nothing FROM account")
    except sa.exc.ProgrammingError:
        pass
    op.execute("UPDATE account SET age = 1")


# case: an error that nobody catches takes everything back
# given: account, log
def upgrade():
    op.execute("UPDATE account SET age = 0")
    say(op.get_bind().execute(sa.text("SELECT sum(age) FROM account")).scalar())
    op.get_bind().execute(sa.text("INSERT INTO account (id, name) VALUES (1, 'x')"))


# case: the revision itself refuses what it sees
# given: account, log
def upgrade():
    old = op.get_bind().execute(sa.text("SELECT count(*) FROM account WHERE age > 80")).scalar()
    if old:
        raise RuntimeError("%d people are too old" % old)

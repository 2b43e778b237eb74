# case: a session executes
# given: account, log
def upgrade():
    from sqlalchemy.orm import Session

    session = Session(bind=op.get_bind())
    say(session.execute(sa.text("SELECT name FROM account WHERE id = :id"), {"id": 1}).scalar())
    session.execute(sa.text("UPDATE account SET age = 50 WHERE id = 1"))
    session.commit()
    say(session.scalar(sa.text("SELECT age FROM account WHERE id = 1")))
    session.close()


# case: a session asks for columns
# given: account, log
def upgrade():
    from sqlalchemy.orm import sessionmaker

    account = sa.table("account", sa.column("id", sa.Integer), sa.column("name", sa.String), sa.column("age", sa.Integer))
    session = sessionmaker()(bind=op.get_bind())
    say(session.query(account.c.id, account.c.name).filter(account.c.age > 40).order_by(account.c.id).all())
    for id, name in session.query(account.c.id, account.c.name).filter(account.c.id == 2):
        say(id, name)
    say(session.query(account).filter_by(name="Ada").count(), session.query(sa.func.max(account.c.age)).scalar())


# case: a model's rows are read and changed
# given: account, log
def upgrade():
    from sqlalchemy.orm import Session, declarative_base

    Base = declarative_base()

    class Account(Base):
        __tablename__ = "account"
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String(50))
        years = sa.Column("age", sa.Integer)

        def older(self):
            return self.years + 1

    session = Session(bind=op.get_bind())
    for account in session.query(Account).order_by(Account.id).all():
        say(account.id, account.name, account.years, account.older())
        account.name = account.name * 2
    session.commit()
    grace = session.query(Account).filter(Account.name == "GraceGrace").one()
    grace.years = None
    session.add(Account(id=20, name="new", years=3))
    session.flush()
    say(session.query(Account).filter_by(years=3).first().name, session.query(Account).count())
    session.delete(session.query(Account).filter(Account.id == 3).one())
    session.commit()
    say(session.query(Account.id).order_by(Account.id).all())


# case: many rows of a model at once
# given: account, log
def upgrade():
    from sqlalchemy.orm import Session, declarative_base

    Base = declarative_base()

    class Account(Base):
        __tablename__ = "account"
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String(50))
        note = sa.Column(sa.Text, default="from Python")

    with Session(bind=op.get_bind()) as session:
        say(session.query(Account).filter(Account.id > 1).update({"note": "many"}))
        say(session.query(Account).filter(Account.name == "Alan").update({Account.note: "one"}, synchronize_session=False))
        say(session.query(Account).filter(Account.id == 3).delete())
        session.add_all([Account(name="a"), Account(name="b", note="own")])
        session.commit()
        say([(a.name, a.note) for a in session.query(Account).order_by(Account.name)])


# case: a new row's key, and rows by key
# given: log
def upgrade():
    from sqlalchemy.orm import Session, declarative_base

    Base = declarative_base()

    class Thing(Base):
        __tablename__ = "thing"
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String(50))

    op.create_table("thing", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(50)))
    session = Session(bind=op.get_bind())
    thing = Thing(name="first")
    session.add(thing)
    session.flush()
    say(thing.id, session.query(Thing).get(thing.id) is thing, session.query(Thing).filter_by(name="none").first())
    session.commit()


# case: a session gives up
# given: account, log
def upgrade():
    from sqlalchemy.orm import Session

    session = Session(bind=op.get_bind())
    try:
        session.execute(sa.text("UPDATE account SET age = 0"))
        session.execute(sa.text("INSERT INTO account (id, name) VALUES (1, 'x')"))
        session.commit()
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()


# case: statements about a model's table
# given: account, log
def upgrade():
    from sqlalchemy.orm import Session, declarative_base

    Base = declarative_base()

    class Account(Base):
        __tablename__ = "account"
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String(50))

    session = Session(bind=op.get_bind())
    session.execute(sa.update(Account).where(Account.id == 1).values(name="first"), execution_options={"synchronize_session": False})
    session.execute(sa.delete(Account).where(Account.id == 2), execution_options={"synchronize_session": False})
    session.execute(sa.insert(Account).values(id=7, name="seventh"))
    say(session.execute(sa.select(Account.id, Account.name).order_by(Account.id)).all())
    say(session.scalars(sa.select(Account.name).order_by(Account.id)).all())
    session.commit()

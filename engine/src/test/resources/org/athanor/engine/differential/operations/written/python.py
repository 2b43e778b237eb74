# case: imports of every kind
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( id INTEGER NOT NULL, a VARCHAR(5) DEFAULT 'x', b DATETIME DEFAULT CURRENT_TIMESTAMP, c BOOLEAN DEFAULT 0, PRIMARY KEY (id) );
import sqlalchemy
import sqlalchemy as db
from sqlalchemy import Column, Integer, String, text
from sqlalchemy import func as f
from sqlalchemy.sql import expression, func
import alembic.op
import alembic

def upgrade():
    alembic.op.create_table(
        "t",
        Column("id", Integer, primary_key=True),
        db.Column("a", String(5), server_default=text("'x'")),
        sqlalchemy.Column("b", sqlalchemy.DateTime, server_default=f.current_timestamp()),
        Column("c", sqlalchemy.Boolean, server_default=expression.false()),
    )

def downgrade():
    from alembic.op import drop_table

    drop_table("t")

# case: annotations and docstrings
from typing import Sequence, Union, Optional

branch: Optional[str] = None
names: Sequence[str] = ("a", "b")

def upgrade() -> None:
    """Upgrade schema."""
    for name in names:
        op.create_table(name, sa.Column("id", sa.Integer(), primary_key=True))

def downgrade() -> None:
    """Downgrade schema."""
    for name in names[::-1]:
        op.drop_table(name)

# case: constants of the file
TABLE = "t"
LENGTH = 5 * 4
COLUMNS = ["a", "b"]
FULL = TABLE + "_" + "full"

def upgrade():
    op.create_table(FULL, *[sa.Column(c, sa.String(LENGTH)) for c in COLUMNS])

def downgrade():
    op.drop_table(FULL)

# case: texts put together
def upgrade():
    name, n = "t", 3
    op.execute(f"CREATE TABLE {name}_{n} (a INTEGER)")
    op.execute(f"CREATE TABLE {name.upper()!s}{n:03d} (a INTEGER, b{n + 1} INTEGER)")
    op.execute("CREATE TABLE %s_%d (a INTEGER)" % (name, n + 1))
    op.execute("CREATE TABLE %(name)s_x (a INTEGER)" % {"name": name})
    op.execute("CREATE TABLE {}_{n} (a INTEGER)".format(name, n=9))
    op.execute("CREATE TABLE {0}_{0} (a INTEGER)".format("q"))

def downgrade():
    for table in "t_3 T003 t_4 t_x t_9 q_q".split():
        op.execute("DROP TABLE " + table)

# case: methods of texts
def upgrade():
    text = "  Alpha,beta , gamma "
    names = [part.strip().lower().replace("a", "o") for part in text.split(",")]
    op.create_table("_".join(names), *(sa.Column(n.title(), sa.String(len(n))) for n in names))
    op.execute("UPDATE {} SET {} = '{}'".format("_".join(names), '"%s"' % names[0].capitalize(), "x".zfill(3).ljust(5, "-")))

def downgrade():
    op.drop_table("olpho_beto_gommo")

# case: conditions and loops
def upgrade():
    n = 0
    while True:
        n += 1
        if n == 2:
            continue
        elif n > 4:
            break
        op.create_table(f"t{n}", sa.Column("id", sa.Integer()))
    else:
        op.create_table("never", sa.Column("id", sa.Integer()))

def downgrade():
    for n in (4, 3, 1):
        if n % 2 == 0 or not n > 3:
            op.drop_table(f"t{n}")

# case: dictionaries, sets and tuples
def upgrade():
    tables = {"a": {"x": sa.Integer, "y": sa.Text}, "b": {"z": sa.Date}}
    tables.update(c={"w": sa.Boolean})
    for name, columns in tables.items():
        op.create_table(name, *[sa.Column(c, t()) for c, t in columns.items()])
    for name in sorted({"b", "a"}):
        op.create_index("ix_" + name, name, [*tables[name]])

def downgrade():
    names = list(dict.fromkeys(["c", "b", "a", "b"]))
    for name in names:
        op.drop_table(name)

# case: functions with defaults and stars
def column(name, *types, nullable=True, **more):
    return sa.Column(name, *(types or (sa.Integer(),)), nullable=nullable, **more)

def make(name, *columns, **options):
    return op.create_table(name, column("id", primary_key=True, nullable=False), *columns, **options)

def upgrade():
    make("t", column("a"), column("b", sa.Text(), nullable=False), column("c", server_default="5"), comment="made")

def downgrade():
    (lambda name: op.drop_table(name))("t")

# case: functions in functions
def upgrade():
    made = []

    def make(name):
        def inner(suffix):
            op.create_table(name + suffix, sa.Column("id", sa.Integer()))
            made.append(name + suffix)
            return len(made)

        return inner

    count = make("t")("1") + make("t")("2")
    op.create_table(f"t{count}", sa.Column("id", sa.Integer()))

def downgrade():
    for name in map("t{}".format, (3, 2, 1)):
        op.drop_table(name)

# case: a small class
class Maker:
    prefix = "t_"

    def __init__(self, name):
        self.name = self.prefix + name

    @property
    def columns(self):
        return [sa.Column("id", sa.Integer(), primary_key=True)]

    @classmethod
    def of(cls, name):
        return cls(name)

    @staticmethod
    def drop(name):
        op.drop_table(name)

    def make(self):
        op.create_table(self.name, *self.columns)

def upgrade():
    Maker.of("a").make()

def downgrade():
    Maker.drop(Maker("a").name)

# case: named things
import collections
from collections import namedtuple, OrderedDict, defaultdict

Row = namedtuple("Row", "name length")

def upgrade():
    groups = defaultdict(list)
    for row in (Row("a", 1), Row(name="b", length=2)):
        groups[row.name].append(row)
    for name, rows in OrderedDict(sorted(groups.items())).items():
        op.create_table(name, sa.Column("x", sa.String(rows[0].length)))

def downgrade():
    op.drop_table("b")
    op.drop_table("a")

# case: enumerations of Python
import enum
from enum import Enum, IntEnum

class Level(IntEnum):
    LOW = 1
    HIGH = 2

class Kind(str, Enum):
    GOOD = "good"
    BAD = "bad"

    @classmethod
    def names(cls):
        return [k.value for k in cls]

def upgrade():
    op.create_table("t", sa.Column("a", sa.Integer(), server_default=str(int(Level.HIGH))), sa.Column("b", sa.String(5), server_default=Kind.GOOD.value))
    op.execute("UPDATE t SET b = '%s'" % "', '".join(Kind.names()[:1]))
    op.execute(f"UPDATE t SET a = {Level.LOW.value}, b = '{Kind['BAD'].value}'")
    op.execute(f"UPDATE t SET b = '{Kind('bad').name}'")

def downgrade():
    op.drop_table("t")

# case: dates and identifiers
import datetime as dt
from datetime import date, datetime, timedelta, timezone
import uuid

def upgrade():
    day = date(2026, 1, 31) + timedelta(days=1)
    op.execute("CREATE TABLE t (a VARCHAR(50))")
    op.execute(f"INSERT INTO t VALUES ('{day.isoformat()}')")
    op.execute("INSERT INTO t VALUES ('%s')" % datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc).strftime("%Y-%m-%d %H:%M"))
    op.execute("INSERT INTO t VALUES ('%s')" % uuid.UUID("{12345678123456781234567812345678}").hex)
    op.execute(f"INSERT INTO t VALUES ('{uuid.uuid5(uuid.NAMESPACE_DNS, 'example.org')}')")
    op.execute(f"INSERT INTO t VALUES ('{dt.datetime(2026, 5, 6).date()}')")

def downgrade():
    op.execute("DROP TABLE t")

# case: documents and patterns
import json
import re
import textwrap

def upgrade():
    op.execute("CREATE TABLE t (a VARCHAR(200))")
    op.execute("INSERT INTO t VALUES ('%s')" % json.dumps({"a": [1, 2.5, None, True], "b": "é"}, sort_keys=True))
    op.execute("INSERT INTO t VALUES ('%s')" % re.sub(r"(\w+)-(\d+)", r"\2_\1", "ab-12 cd-34"))
    op.execute(textwrap.dedent("""\
        INSERT INTO t
          VALUES ('x')
    """))
    if re.match(r"^[a-z]+$", "abc"):
        for value in json.loads('["p", "q"]'):
            op.execute(f"INSERT INTO t VALUES ('{value}')")

def downgrade():
    op.execute("DROP TABLE t")

# case: slices, sorting and numbers
from decimal import Decimal
from functools import partial, reduce
from itertools import chain, product, zip_longest
import operator

def upgrade():
    numbers = sorted([3, 1, 2], reverse=True)
    op.execute("CREATE TABLE t (%s)" % ", ".join(f"c{a}{b} INTEGER" for a, b in product("xy", numbers[:2])))
    op.execute("INSERT INTO t (cx3) VALUES (%d)" % (sum(numbers) ** 2 // 5 % 4))
    op.execute(f"INSERT INTO t (cx3) VALUES ({max(numbers) + min(numbers) * abs(-2) << 1})")
    op.execute(f"INSERT INTO t (cx3) VALUES ({round(2.567, 2) * 100:.0f})")
    op.execute(f"INSERT INTO t (cx3) VALUES ({int('12') + len('abc')})")
    for a, b in zip(numbers, reversed(numbers)):
        op.execute(f"INSERT INTO t (cx3, cx2) VALUES ({a}, {b})")
    drop = partial(op.execute)
    drop("DELETE FROM t WHERE cx3 = %s" % Decimal("7"))
    op.execute("DELETE FROM t WHERE cx3 IN (%s)" % ", ".join(map(str, chain([1], (2, 3)))))

def downgrade():
    op.execute("DROP TABLE t")

# case: failures that are caught
def upgrade():
    try:
        op.create_table({}["missing"], sa.Column("id", sa.Integer()))
    except KeyError as fault:
        op.create_table("t_" + fault.args[0], sa.Column("id", sa.Integer()))
    finally:
        op.create_table("last", sa.Column("id", sa.Integer()))
    try:
        raise ValueError("x")
    except (TypeError, ValueError):
        pass
    else:
        op.drop_table("last")

def downgrade():
    op.drop_table("last")
    op.drop_table("t_missing")

# case: newer words of Python
def upgrade():
    if (name := "t") and (n := len(name)) == 1:
        op.create_table(name, sa.Column("a", sa.Integer()))
    match ("index", 2):
        case ("table", _):
            op.create_table("no", sa.Column("a", sa.Integer()))
        case ("index", count) if count > 1:
            op.create_index("ix_t", name, ["a"])
        case _:
            pass
    first, *rest = ["a", "b", "c"]
    op.execute(f"CREATE TABLE {first}_{'_'.join(rest)} (a INTEGER)")

def downgrade():
    op.execute("DROP TABLE a_b_c")
    op.drop_table("t")

# case: a file beside the revision is not there
import os
from pathlib import Path

def upgrade():
    here = os.path.dirname(__file__)
    if os.path.exists(os.path.join(here, "data.sql")):
        op.execute(Path(here, "data.sql").read_text())
    else:
        op.execute("CREATE TABLE no_file (a INTEGER)")

def downgrade():
    op.execute("DROP TABLE no_file")

# case: what isn't needed isn't read
def unused():
    import something_that_is_not_there

    return something_that_is_not_there.call()

def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer()))

def downgrade():
    op.drop_table("t")

# case: words said aloud
import logging

log = logging.getLogger("alembic")

def upgrade():
    print("upgrading")
    log.info("making %s", "t")
    logging.getLogger(__name__).warning("a warning")
    op.create_table("t", sa.Column("id", sa.Integer()))

def downgrade():
    op.drop_table("t")
    assert True, "never"

# case: an upgrade that fails
def upgrade():
    raise NotImplementedError("not this way")

def downgrade():
    raise Exception("there is no way back")

# case: an assertion that fails
def upgrade():
    assert 1 + 1 == 3

def downgrade():
    missing_name

# case: which product it is
# given: account
def upgrade():
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.execute("COMMENT ON TABLE account IS 'people'")
    elif bind.dialect.name == "sqlite":
        op.execute("UPDATE account SET note = 'sqlite'")
    else:
        raise RuntimeError(bind.dialect.name)

def downgrade():
    if op.get_context().dialect.name == "postgresql":
        op.execute("COMMENT ON TABLE account IS NULL")
    if op.get_context().bind is None or op.get_context().dialect.name != "mysql":
        op.execute("UPDATE account SET age = 1")

# case: whether it is printed or run
# runs: nowhere (what is run differs from what is printed)
from alembic import context

def upgrade():
    if context.is_offline_mode():
        op.execute("CREATE TABLE printed (a INTEGER)")
    else:
        op.execute("CREATE TABLE ran (a INTEGER)")

def downgrade():
    if op.get_context().as_sql:
        op.execute("DROP TABLE printed")
    else:
        op.execute("DROP TABLE ran")

# case: truth and emptiness
def upgrade():
    for value in (0, 1, "", "x", [], [0], {}, None, (), 0.0, False):
        if value:
            op.execute(f"CREATE TABLE t_{value if isinstance(value, (str, int)) else 'list'} (a INTEGER)")
    a = None or "z"
    b = a and "y"
    op.execute(f"CREATE TABLE {a}{b} (a INTEGER)")

def downgrade():
    for name in ("zy", "t_list", "t_x", "t_1"):
        op.execute(f"DROP TABLE {name}")

# case: generators and comprehensions
def names():
    for letter in "ab":
        yield letter
    yield from ("c", "d")

def upgrade():
    op.create_table("t", *[sa.Column(n, sa.Integer()) for n in names() if n != "c"])
    lengths = {n: len(n) + i for i, n in enumerate(names())}
    op.execute("CREATE TABLE u (%s)" % ", ".join("%s VARCHAR(%s)" % pair for pair in lengths.items()))
    op.execute("CREATE TABLE v (a VARCHAR(%d))" % len({n for n in "aabb"}))
    assert all(isinstance(n, str) for n in names()) and any(n == "a" for n in names())

def downgrade():
    for t in "vut":
        op.drop_table(t)

# case: global names and augmented ones
counter = 0

def next_name():
    global counter
    counter += 1
    return f"t{counter}"

def upgrade():
    sql = "CREATE TABLE "
    sql += next_name()
    sql += " (a INTEGER)"
    op.execute(sql)
    op.execute(f"CREATE TABLE {next_name()} (a INTEGER)")

def downgrade():
    op.execute("DROP TABLE t2")
    op.execute("DROP TABLE t1")

# case: decorators and context managers
import contextlib
import functools

def twice(function):
    @functools.wraps(function)
    def both(*args, **kwargs):
        function("1", *args, **kwargs)
        function("2", *args, **kwargs)

    return both

@twice
def make(suffix, name):
    op.create_table(name + suffix, sa.Column("id", sa.Integer()))

@contextlib.contextmanager
def around(name):
    op.create_table(name + "_before", sa.Column("id", sa.Integer()))
    yield name
    op.create_table(name + "_after", sa.Column("id", sa.Integer()))

def upgrade():
    with around("x") as name:
        make(name)

def downgrade():
    for name in ("x_after", "x2", "x1", "x_before"):
        op.drop_table(name)

# case: a star of a module
from sqlalchemy import *  # noqa

def upgrade():
    op.create_table("t", Column("id", Integer, primary_key=True), Column("a", String(5)), UniqueConstraint("a"))

def downgrade():
    op.drop_table("t")

# case: a raw text and escapes
def upgrade():
    op.execute("CREATE TABLE t (a VARCHAR(20) DEFAULT '" + r"\d" + "\u00e9\x41\t" + '"' + "')")

def downgrade():
    op.execute(b"DROP TABLE t".decode("utf-8"))

# case: version table aside, two ways to the same
from alembic import op as o

def upgrade():
    impl = o.get_context().impl
    o.create_table("t", sa.Column("id", sa.Integer(), primary_key=True))

def downgrade():
    o.drop_table("t")

"""Makes pairs of schemas by chance, and asks the real Alembic what differs and to run what we wrote.

Commands come one a line, parted by tabs; an answer is a line with `lines` and these, or with `fault` and a text.

    make    <seed> <url> <file>      makes the first schema in the database, writes the second one's DDL to the file, and
                                     answers with what Alembic sees between them
    differ  <seed> <url> <which>     what Alembic sees between the database and the first or second schema
    run     <ini> <verb> <target>    `upgrade` or `downgrade` of a project

The first line names the versions.
"""
import copy
import io
import json
import random
import sys
import traceback
import warnings

import alembic
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy.dialects import postgresql, registry

warnings.simplefilter("ignore")
# SQLAlchemy 2.1 would take psycopg, which fewer machines have.
registry.register("postgresql", "sqlalchemy.dialects.postgresql.psycopg2", "PGDialect_psycopg2")
TABLES = ["account", "orders", "order_line", "Product", "user", "tag"]
COLUMNS = ["name", "total", "note", "at", "Flag", "group", "data", "size", "uid", "state"]


class Recipe:
    """Tables as plain data, so that a second schema is a changed copy of the first."""

    def __init__(self, seed, postgres):
        self.random = random.Random(seed)
        self.postgres = postgres
        self.tables = {}
        for name in TABLES:
            if self.random.random() < 0.65:
                self.add_table(name)

    def add_table(self, name):
        r = self.random
        columns = {c: self.column(c) for c in COLUMNS if r.random() < 0.6}
        if not columns:
            columns["name"] = self.column("name")
        self.tables[name] = {
            "columns": columns,
            "comment": r.choice([None, "it's 50% of: all"]) if self.postgres else None,
            "identity": self.postgres and r.random() < 0.3,
            "uniques": {}, "indexes": {}, "checks": {}, "fks": {},
        }
        for _ in range(2):
            self.add_part(name)

    def add_part(self, name):
        r, table = self.random, self.tables[name]
        usable = [c for c, d in table["columns"].items() if d["type"] not in ("json", "jsonb")]
        if not usable:
            return
        column = r.choice(usable)
        kind = r.choice(["uniques", "indexes", "checks", "fks"])
        if kind == "uniques":
            table["uniques"][("uq_%s_%s" % (name, column)).lower()] = [column, "id"]
        elif kind == "indexes":
            table["indexes"][("ix_%s_%s" % (name, column)).lower()] = {
                "columns": [column], "unique": r.random() < 0.2,
                "where": r.random() < 0.2, "lower": r.random() < 0.2 and table["columns"][column]["type"] == "text"}
        elif kind == "checks":
            table["checks"][("ck_%s" % name).lower()] = r.choice(["id > 0", "id >= 0 AND id < 100", "id <> 7 OR ':b' = '%'"])
        else:
            targets = [t for t in self.tables if t != name and TABLES.index(t) < TABLES.index(name)]
            if targets:
                target = r.choice(targets)
                own = target.lower() + "_id"
                table["columns"][own] = {"type": "integer", "size": 0, "nullable": True, "default": None, "comment": None}
                table["fks"][("fk_%s_%s" % (name, own)).lower()] = {
                    "column": own, "target": target, "ondelete": r.choice([None, "CASCADE", "SET NULL"])}

    def column(self, name):
        r = self.random
        kinds = {
            "name": ["string"], "total": ["numeric", "integer", "bigint"], "note": ["text", "string"], "at": ["datetime", "date"],
            "Flag": ["boolean"], "group": ["string"], "data": ["json", "jsonb"], "size": ["integer", "bigint", "float"],
            "uid": ["uuid"], "state": ["enum"]}[name]
        kind = r.choice(kinds)
        if not self.postgres:
            kind = {"jsonb": "json", "uuid": "string", "enum": "text"}.get(kind, kind)
        default = r.choice([None, None, {
            "string": "'x'", "text": "'none'", "numeric": "1", "integer": "0", "bigint": "0", "float": "1",
            "datetime": "CURRENT_TIMESTAMP", "date": None, "boolean": "false" if self.postgres else "0",
            "json": None, "jsonb": "'[]'", "uuid": "gen_random_uuid()", "enum": "'sad'"}[kind]])
        return {"type": kind, "size": r.choice([10, 20, 30]), "nullable": r.random() < 0.6, "default": default,
                "comment": r.choice([None, None, None, "about %s" % name]) if self.postgres else None}

    def change(self):
        r = self.random
        other = copy.copy(self)
        other.tables = copy.deepcopy(self.tables)
        for _ in range(r.randint(0, 6)):
            other.change_once()
        return other

    def change_once(self):
        r = self.random
        kind = r.randrange(10)
        names = list(self.tables)
        if kind == 0 or len(names) < 2:
            missing = [t for t in TABLES if t not in self.tables]
            if missing:
                self.add_table(r.choice(missing))
        elif kind == 1:
            gone = r.choice(names)
            if not any(f["target"] == gone for t in self.tables.values() for f in t["fks"].values()):
                del self.tables[gone]
        else:
            self.change_table(r.choice(names), kind)

    def change_table(self, name, kind):
        r, table = self.random, self.tables[name]
        columns = table["columns"]
        own = [c for c in columns if c in COLUMNS]
        if kind in (2, 3):
            missing = [c for c in COLUMNS if c not in columns]
            if missing:
                column = r.choice(missing)
                columns[column] = self.column(column)
        elif kind == 4 and len(own) > 1:
            gone = r.choice(own)
            del columns[gone]
            table["uniques"] = {n: c for n, c in table["uniques"].items() if gone not in c}
            table["indexes"] = {n: i for n, i in table["indexes"].items() if gone not in i["columns"]}
        elif kind in (5, 6) and own:
            column = columns[r.choice(own)]
            which = r.choice(["nullable", "default", "size", "comment", "type"])
            if which == "nullable":
                column["nullable"] = not column["nullable"]
            elif which == "default":
                column["default"] = None if column["default"] else {"string": "'other'", "numeric": "2", "integer": "3"}.get(
                    column["type"])
            elif which == "size":
                column["size"] = 44
            elif which == "comment" and self.postgres:
                column["comment"] = None if column["comment"] else "new: 100%"
            elif which == "type":
                column["type"] = {"integer": "bigint", "bigint": "numeric", "string": "text"}.get(
                    column["type"], column["type"])
        elif kind == 7:
            self.add_part(name)
        elif kind == 8:
            part = r.choice(["uniques", "indexes", "checks", "fks"])
            if table[part]:
                del table[part][r.choice(sorted(table[part]))]
        elif self.postgres:
            table["comment"] = None if table["comment"] else "a new one"

    def metadata(self):
        metadata = sa.MetaData()
        for name in TABLES:
            if name in self.tables:
                self.table(metadata, name)
        return metadata

    def table(self, metadata, name):
        told = self.tables[name]
        parts = [sa.Column("id", sa.Integer, sa.Identity() if told["identity"] else None, nullable=False)
                 if told["identity"] else sa.Column("id", sa.Integer, nullable=False)]
        for column, c in told["columns"].items():
            parts.append(sa.Column(
                column, self.type(c), nullable=c["nullable"], comment=c["comment"],
                server_default=sa.text(c["default"].replace(":", "\\:")) if c["default"] is not None else None))
        parts.append(sa.PrimaryKeyConstraint("id", name="pk_" + name.lower()))
        parts += [sa.UniqueConstraint(*c, name=n) for n, c in told["uniques"].items()]
        parts += [sa.CheckConstraint(c.replace(":", "\\:"), name=n) for n, c in told["checks"].items()]
        parts += [sa.ForeignKeyConstraint([f["column"]], [f["target"] + ".id"], name=n, ondelete=f["ondelete"])
                  for n, f in told["fks"].items()]
        table = sa.Table(name, metadata, *parts, comment=told["comment"])
        for n, i in told["indexes"].items():
            where = {("postgresql_where" if self.postgres else "sqlite_where"): sa.text("id > 5")} if i["where"] else {}
            columns = [sa.func.lower(table.c[c]) if i["lower"] else table.c[c] for c in i["columns"]]
            sa.Index(n, *columns, unique=i["unique"], **where)

    def type(self, c):
        size = c["size"]
        return {
            "string": lambda: sa.String(size), "text": sa.Text, "numeric": lambda: sa.Numeric(size // 2, 2),
            "integer": sa.Integer, "bigint": sa.BigInteger, "float": sa.Float, "datetime": sa.DateTime, "date": sa.Date,
            "boolean": sa.Boolean, "json": sa.JSON, "jsonb": postgresql.JSONB, "uuid": postgresql.UUID,
            "enum": lambda: postgresql.ENUM("sad", "glad", "it's", name="mood", create_type=False)}[c["type"]]()


def recipes(seed, url):
    first = Recipe(int(seed), not url.startswith("sqlite"))
    return first, first.change()


MOOD = "CREATE TYPE mood AS ENUM ('sad', 'glad', 'it''s')"


def engine(url):
    return sa.create_engine(url, poolclass=sa.pool.NullPool)


def make(seed, url, file):
    first, second = recipes(seed, url)
    database = engine(url)
    with database.begin() as connection:
        if first.postgres:
            connection.execute(sa.text(MOOD))
        first.metadata().create_all(connection)
    plain = postgresql.dialect(paramstyle="named") if first.postgres else database.dialect
    with open(file, "w") as out:
        if first.postgres:
            out.write(MOOD + ";\n")
        mock = sa.create_mock_engine(url, lambda s, *a, **k: out.write(
            str(s.compile(dialect=plain)).strip() + ";\n"))
        second.metadata().create_all(mock, checkfirst=False)
    return differ(seed, url, "second")


def differ(seed, url, which):
    first, second = recipes(seed, url)
    metadata = (first if which == "first" else second).metadata()
    with engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return sorted(set(told(compare_metadata(context, metadata))) - noise(url, metadata))


def noise(url, metadata):
    """What this Alembic sees on SQLite where nothing differs: old ones take some defaults for others."""
    if not url.startswith("sqlite"):
        return set()
    same = sa.create_engine("sqlite://", poolclass=sa.pool.StaticPool)
    metadata.create_all(same)
    with same.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return set(told(compare_metadata(context, metadata)))


def told(diffs):
    lines, whole = [], set()
    for diff in diffs:
        if isinstance(diff, list):
            for kind, schema, table, column, *_ in diff:
                lines.append((table, "~ column %s.%s %s" % (table, column, kind.replace("modify_", ""))))
            continue
        kind, thing = diff[0], diff[1]
        sign = "+" if kind.startswith("add") else "-"
        if kind.endswith("_table"):
            whole.add(thing.name)
            lines.append((None, "%s table %s" % (sign, thing.name)))
        elif kind.endswith("_table_comment"):
            lines.append((thing.name, "~ table %s comment" % thing.name))
        elif kind.endswith("_column"):
            lines.append((diff[2], "%s column %s.%s" % (sign, diff[2], diff[3].name)))
        else:
            word = {"index": "index", "fk": "foreign key", "constraint": "check" if isinstance(thing, sa.CheckConstraint) else
                    "unique"}[kind.split("_")[1]]
            table = (thing.parent if word == "foreign key" else thing.table).name
            lines.append((table, "%s %s %s.%s" % (sign, word, table, thing.name)))
    return sorted({line for table, line in lines if table not in whole})


def run(ini, verb, target):
    config = Config(ini, stdout=io.StringIO())
    getattr(command, verb)(config, target)
    return []


def main():
    print("Alembic %s, SQLAlchemy %s" % (alembic.__version__, sa.__version__), flush=True)
    for line in sys.stdin:
        name, *arguments = line.rstrip("\n").split("\t")
        try:
            answer = ["lines"] + {"make": make, "differ": differ, "run": run}[name](*arguments)
        except Exception as e:
            answer = ["fault", json.dumps("%s\n%s" % (e, traceback.format_exc()))]
        print("\t".join(answer), flush=True)


main()

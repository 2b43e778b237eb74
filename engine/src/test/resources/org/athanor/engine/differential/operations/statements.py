"""Asks the real Alembic what revisions do: one question per line in, one answer per line out, fields parted by tabs.

    print  <folder> <revision> <dialect>   what `--sql` prints for this revision alone, up and down
    up     <folder> <revision> <url>       goes up to the revision on that database
    down   <folder> <revision> <url>       goes down from there to base

An answer is a word and fields: "sql" and the statements, each with a + before it, or a - if it stands outside of the
transaction; "error" and a text; or "done". To `print` there are two answers, in two lines. Where Alembic can't print
because a table must be reflected, the statements are those that it sends to a SQLite database in memory.

The first line names the versions, and the driver for PostgreSQL if there is one. Nothing here decides anything: the
statements are Alembic's own.
"""
import logging
import re
import sys
import warnings

import alembic
import sqlalchemy
from alembic import context
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
NEEDS_DATABASE = "requires a live database connection"
OF_THE_VERSION_TABLE = re.compile(r"^(INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|DROP TABLE|SELECT .* FROM) alembic_version\b", re.S)
servers = {}
ONLY_ASKS = re.compile(r"^\s*(PRAGMA|SELECT)\b", re.I)


class Printed:
    """Takes what Alembic prints, one statement per write, and parts it by revision."""

    def __init__(self):
        self.steps = []
        self.outside = False

    def write(self, text):
        text = text.strip()
        if text.startswith("-- Running"):
            self.steps.append([])
        elif text in ("COMMIT;", "BEGIN;"):
            self.outside = text == "COMMIT;" and bool(self.steps)
        elif self.steps and not OF_THE_VERSION_TABLE.match(text):
            self.steps[-1].append([text, not self.outside])

    def flush(self):
        pass


def folder(project):
    config = Config()
    config.set_main_option("script_location", project + "/migrations")
    return config, ScriptDirectory.from_config(config)


def steps(scripts, direction, revision):
    if direction == "up":
        return lambda rows, _: scripts._upgrade_revs(revision, rows)
    return lambda rows, _: scripts._downgrade_revs("base", rows)


def printed(question, direction):
    """What `--sql` prints: the revision is the last step on the way up, and the first on the way down."""
    config, scripts = folder(question["project"])
    output = Printed()
    start = None if direction == "up" else question["revision"]
    with EnvironmentContext(
        config, scripts, fn=steps(scripts, direction, question["revision"]), as_sql=True, starting_rev=start
    ):
        context.configure(
            dialect_name=question["to"],
            literal_binds=True,
            dialect_opts={"paramstyle": "named"},
            output_buffer=output,
        )
        with context.begin_transaction():
            context.run_migrations()
    return output.steps[-1 if direction == "up" else 0]


def sent(question, direction):
    """What Alembic sends to a SQLite database in memory, its questions left out."""
    config, scripts = folder(question["project"])
    engine = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.pool.StaticPool)
    revision = question["revision"]
    before = scripts.get_revision(revision).down_revision
    travel(config, scripts, engine, "up", before)
    if direction == "down":
        travel(config, scripts, engine, "up", revision)
    statements = []

    def record(connection, cursor, statement, parameters, execution, many):
        if not parameters and not ONLY_ASKS.match(statement) and not OF_THE_VERSION_TABLE.match(statement):
            statements.append([statement.strip(), True])

    sqlalchemy.event.listen(engine, "before_cursor_execute", record)
    travel(config, scripts, engine, direction, revision if direction == "up" else before, statements)
    return statements


def travel(config, scripts, engine, direction, target, statements=None):
    def way(rows, _):
        if direction == "up":
            return scripts._upgrade_revs(target, rows) if target else []
        return scripts._downgrade_revs(target or "base", rows)

    with engine.connect() as connection, EnvironmentContext(config, scripts, fn=way):
        context.configure(connection=connection)
        if statements is not None:
            write_rows(context.get_context().impl, statements)
        with context.begin_transaction():
            context.run_migrations()


def write_rows(impl, statements):
    """Rows are sent apart from their statement; this notes them as they are printed, too."""
    insert = impl.bulk_insert

    def noted(*args, **kwargs):
        impl.as_sql = impl.literal_binds = True
        impl.static_output = lambda text: statements.append([text, True])
        insert(*args, **kwargs)
        impl.as_sql = impl.literal_binds = False
        insert(*args, **kwargs)

    impl.bulk_insert = noted


def told(fault):
    return ["error", "%s: %s" % (type(fault).__name__, fault)]


def of(statements):
    return ["sql", *("+-"[not inside] + text for text, inside in statements)]


def print_one(question, direction):
    try:
        return of(printed(question, direction))
    except Exception as fault:
        if question["to"] != "sqlite" or NEEDS_DATABASE not in str(fault):
            return told(fault)
    try:
        return of(sent(question, direction))
    except Exception as fault:
        return told(fault)


def run(question):
    config, scripts = folder(question["project"])
    url = question["to"]
    if url not in servers:
        servers[url] = sqlalchemy.create_engine(url, poolclass=None if "postgresql" in url else sqlalchemy.pool.NullPool)
    try:
        travel(config, scripts, servers[url], question["ask"], question["revision"] if question["ask"] == "up" else "base")
        return ["done"]
    except Exception as fault:
        return told(fault)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


answers = sys.stdout
sys.stdout = sys.stderr
try:
    import psycopg2

    driver = " " + psycopg2.__name__
except ImportError:
    driver = ""
print(alembic.__version__, sqlalchemy.__version__ + driver, file=answers, flush=True)
for line in sys.stdin:
    question = dict(zip(("ask", "project", "revision", "to"), line.rstrip("\n").split("\t")))
    for direction in ("up", "down") if question["ask"] == "print" else ("",):
        answer = print_one(question, direction) if direction else run(question)
        print("\t".join(escaped(part) for part in answer), file=answers, flush=True)

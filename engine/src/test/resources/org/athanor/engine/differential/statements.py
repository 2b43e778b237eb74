"""Asks the real Alembic what revisions do: one question of JSON per line in, one answer of JSON per line out.

    {"ask": "print", "project": folder, "revision": id, "dialect": name}
        what `--sql` prints for this revision alone: {"up": …, "down": …}
    {"ask": "run", "project": folder, "revision": id, "url": url}
        goes up to the revision on that database: {"done": true} or {"error": text}
    {"ask": "back", …}
        goes down to base again

"up" and "down" are {"sql": [[text, in transaction], …]} or {"error": text}. Where Alembic can't print because a table must
be reflected, the statements are those that it sends to a SQLite database in memory, and "live" says so.

The first line names the versions. Nothing here decides anything: the statements are Alembic's own.
"""
import json
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
            dialect_name=question["dialect"],
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
    statements = []

    def record(connection, cursor, statement, parameters, execution, many):
        if not ONLY_ASKS.match(statement) and not OF_THE_VERSION_TABLE.match(statement):
            statements.append([statement.strip() + (" -- %r" % (parameters,) if parameters else ""), True])

    travel(config, scripts, engine, "up", scripts.get_revision(question["revision"]).down_revision)
    if direction == "down":
        travel(config, scripts, engine, "up", question["revision"])
    sqlalchemy.event.listen(engine, "before_cursor_execute", record)
    if direction == "up":
        travel(config, scripts, engine, direction, question["revision"])
    else:
        travel(config, scripts, engine, direction, scripts.get_revision(question["revision"]).down_revision)
    return statements


def travel(config, scripts, engine, direction, target):
    def way(rows, _):
        if direction == "up":
            return scripts._upgrade_revs(target, rows) if target else []
        return scripts._downgrade_revs(target or "base", rows)

    with engine.connect() as connection, EnvironmentContext(config, scripts, fn=way):
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()


def told(fault):
    return "%s: %s" % (type(fault).__name__, fault)


def print_both(question):
    answer = {}
    for direction in ("up", "down"):
        try:
            answer[direction] = {"sql": printed(question, direction)}
        except Exception as fault:
            answer[direction] = {"error": told(fault)}
            if question["dialect"] == "sqlite" and NEEDS_DATABASE in str(fault):
                try:
                    answer[direction] = {"sql": sent(question, direction), "live": True}
                except Exception as fault:
                    answer[direction] = {"error": told(fault), "live": True}
    return answer


def run(question):
    config, scripts = folder(question["project"])
    engine = sqlalchemy.create_engine(question["url"], poolclass=sqlalchemy.pool.NullPool)
    up = question["ask"] == "run"
    try:
        travel(config, scripts, engine, "up" if up else "down", question["revision"] if up else "base")
        return {"done": True}
    except Exception as fault:
        return {"error": told(fault)}


answers = sys.stdout
sys.stdout = sys.stderr
print("%s %s" % (alembic.__version__, sqlalchemy.__version__), file=answers, flush=True)
for line in sys.stdin:
    question = json.loads(line)
    answer = print_both(question) if question["ask"] == "print" else run(question)
    print(json.dumps(answer), file=answers, flush=True)

"""Runs batch migrations with the real Alembic on SQLite files and tells the statements that it sends.

A question is a line: the base64 of a database's path and of Python source with a function upgrade(), with a tab between.
An answer is a line of base64 texts with tabs between: "sent" and the statements, or "failed" and the message.
"""
import base64
import sys
import warnings

import alembic
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql, sqlite

warnings.simplefilter("ignore")


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def run(path, source):
    sent = []
    engine = sa.create_engine("sqlite:///" + path)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection)
            scope = {"op": Operations(context), "sa": sa, "sqlite": sqlite, "postgresql": postgresql}
            exec(compile(source, "<case>", "exec"), scope)

            def note(connection, cursor, statement, parameters, context, many):
                if not statement.lstrip().upper().startswith(("PRAGMA", "SELECT")):
                    sent.append(statement)

            sa.event.listen(connection, "before_cursor_execute", note)
            with context.begin_transaction(_per_migration=True):
                scope["upgrade"]()
            if hasattr(connection, "commit"):
                connection.commit()
        return ["sent"] + sent
    except Exception as e:
        return ["failed", type(e).__name__ + ": " + str(e).split("\n")[0]]
    finally:
        engine.dispose()


print(alembic.__version__ + " with SQLAlchemy " + sa.__version__, flush=True)
for line in sys.stdin:
    path, source = (base64.b64decode(part).decode() for part in line.strip().split("\t"))
    print("\t".join(encoded(part) for part in run(path, source)), flush=True)

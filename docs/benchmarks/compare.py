"""Reading and comparing a PostgreSQL database of many tables: Athanor against `alembic check` and `pg_dump -s`, in one run.

    python3 docs/benchmarks/compare.py ATHANOR URL [TABLES …]

ATHANOR is the command line's launcher, URL an empty database on a server that Debian's pg_dump may read. Needs Debian's
python3-alembic and python3-psycopg2. The tables have eight columns, a unique constraint and an index each, and nine of ten a foreign key.
"""
import os
import subprocess
import sys
import tempfile
import time

import sqlalchemy as sa


def metadata(count):
    model = sa.MetaData()
    for i in range(count):
        refers = [sa.Column("parent_id", sa.Integer, sa.ForeignKey(f"t{i - i % 10}.id"))] if i % 10 else []
        sa.Table(f"t{i}", model, sa.Column("id", sa.Integer, primary_key=True), sa.Column("code", sa.String(20), unique=True),
                 sa.Column("name", sa.String(200), nullable=False, index=True), sa.Column("note", sa.Text),
                 sa.Column("total", sa.Numeric(10, 2), server_default="0"), sa.Column("at", sa.DateTime(timezone=True)),
                 sa.Column("flag", sa.Boolean, nullable=False, server_default=sa.true()), *refers)
    return model


def best(command, times=3, **more):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, **more)
        took.append(time.perf_counter() - start)
        if done.returncode != 0:
            sys.exit(f"{command}: {done.stdout[-400:]} {done.stderr[-800:]}")
    return min(took)


CHECK = """
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
import sqlalchemy as sa, sys
sys.path.insert(0, {folder!r})
from compare import metadata
with sa.create_engine({url!r}).connect() as connection:
    differences = compare_metadata(MigrationContext.configure(connection, opts=dict(compare_type=True)), metadata({count}))
    assert not differences, differences[:3]
"""


def main(athanor, url, counts):
    folder = os.path.dirname(os.path.abspath(__file__))
    for count in counts:
        engine = sa.create_engine(url)
        with engine.connect() as connection:
            connection.execute(sa.text("DROP SCHEMA public CASCADE"))
            connection.execute(sa.text("CREATE SCHEMA public"))
            connection.execute(sa.text("COMMIT"))
        model = metadata(count)
        with engine.begin() as connection:
            for table in model.sorted_tables:
                table.create(connection)
        with tempfile.TemporaryDirectory() as work:
            os.makedirs(work + "/versions")
            with open(work + "/athanor.toml", "w") as file:
                file.write('[athanor]\nscript_location = "."\n[athanor.target]\nschema = "schema.sql"\n')
            with open(work + "/schema.sql", "w") as file:
                for table in model.sorted_tables:
                    file.write(str(sa.schema.CreateTable(table).compile(engine)) + ";\n")
                    for index in table.indexes:
                        file.write(str(sa.schema.CreateIndex(index).compile(engine)) + ";\n")
            call = [athanor, "--url", url, "-q"]
            other = best(call + ["diff", "--to", url], cwd=work)
            file = best(call + ["check"], times=2, cwd=work)
            dump = best(["pg_dump", "-s", "-d", url, "-f", os.devnull])
            alembic = best([sys.executable, "-c", CHECK.format(folder=folder, url=url, count=count)], times=1)
        print(f"{count} tables: two databases read and compared {other:.2f} s, with a schema file {file:.2f} s, "
              f"alembic {alembic:.2f} s, pg_dump -s {dump:.2f} s")
        print(f"  alembic / two databases = {alembic / other:.1f}, alembic / file = {alembic / file:.1f}, "
              f"pg_dump / two databases = {dump / other:.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [int(n) for n in sys.argv[3:]] or [1000, 5000])

#!/usr/bin/env python3
"""upgrade.py ATHANOR [SIZE [PRODUCT]]: `upgrade head` of Athanor, Alembic, Flyway, Liquibase and a bare JDBC loop, the floor.

Each brings a fresh database up by SIZE (1,000) revisions of one table each, in its own form; Alembic's are `.py` files,
the others' are `.sql`. They take turns, ROUNDS times (5, or as the environment says), on SQLite and on a PostgreSQL that
this script starts and that waits for the disk. First each is a process of its own, then all of them (but Alembic) run
in one warm process by their libraries. The tables show medians, and how often the floor's time each takes. PRODUCT (SQLite or PostgreSQL) leaves the other
out."""
import os, pathlib, re, statistics, subprocess, sys, tempfile, time

ROUNDS = int(os.environ.get("ROUNDS", 5))
ONLY = os.environ.get("ONLY", "").split()  # programs, if not all: ONLY="floor athanor"
HERE = pathlib.Path(__file__).resolve().parent
TABLE = """CREATE TABLE customer_{n} (
    id integer NOT NULL PRIMARY KEY,
    name varchar(50) NOT NULL,
    note text,
    created_at timestamp
);
"""
ALEMBIC = '''"""Add table {n}"""
from alembic import op
import sqlalchemy as sa

revision = {rev!r}
down_revision = {down!r}
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "customer_{n}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade():
    op.drop_table("customer_{n}")
'''
ENV = """import os
from alembic import context
from sqlalchemy import create_engine, pool

with create_engine(os.environ["URL"], poolclass=pool.NullPool).connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
"""
SQL = """-- revision: {rev}
-- down_revision: {down}
-- message: Add table {n}

-- +upgrade
{table}
-- +downgrade
DROP TABLE customer_{n};
"""
CHANGELOG = """<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
    <includeAll path="changes"/>
</databaseChangeLog>
"""


def generate(folder, size):
    for name in "athanor/versions", "alembic/migrations/versions", "flyway", "liquibase/changes", "journal":
        (folder / name).mkdir(parents=True)
    (folder / "athanor/athanor.toml").write_text("[athanor]\n")
    (folder / "alembic/alembic.ini").write_text("[alembic]\nscript_location = %(here)s/migrations\n")
    (folder / "alembic/migrations/env.py").write_text(ENV)
    (folder / "liquibase/changelog.xml").write_text(CHANGELOG)
    down = None
    for n in range(1, size + 1):
        rev, table = "%012d" % n, TABLE.format(n=n)
        write(folder / f"athanor/versions/{rev}_add_table_{n}.sql", SQL.format(rev=rev, down=down or "", n=n, table=table))
        write(folder / f"alembic/migrations/versions/{rev}_add_table_{n}.py", ALEMBIC.format(rev=rev, down=down, n=n))
        write(folder / f"flyway/V{n}__Add_table_{n}.sql", table)
        write(folder / f"liquibase/changes/{rev}.sql", f"--liquibase formatted sql\n--changeset somebody:{n}\n{table}")
        down = rev


def write(file, text):
    """As old as in daily use: what was changed within the last two seconds is never kept in a cache."""
    file.write_text(text)
    os.utime(file, (time.time() - 3600,) * 2)


def jdk(tool):
    return os.path.join(os.environ["JAVA_HOME"], "bin", tool) if "JAVA_HOME" in os.environ else tool


def class_path(folder):
    """The compiled programs, the engine and its tests' libraries; and the same for the floor, which needs drivers alone."""
    listed = folder / "class.path"
    engine = HERE.parents[1] / "engine"
    subprocess.run(["mvn", "-q", "-o", "-f", engine.parent, "-pl", "engine", "dependency:build-classpath",
                    "-Dmdep.includeScope=test", f"-Dmdep.outputFile={listed}"], check=True)
    libraries = listed.read_text().strip().split(":")
    path = ":".join([str(engine / "target/classes"), *libraries])
    subprocess.run([jdk("javac"), "-proc:none", "-d", folder / "classes", "-cp", path, HERE / "Floor.java", HERE / "Upgrading.java"], check=True)
    own = str(folder / "upgrading.jar")
    subprocess.run([jdk("jar"), "--create", "--file", own, "-C", folder / "classes", "."], check=True)
    drivers = [library for library in libraries if "sqlite-jdbc" in library or "/postgresql/postgresql/" in library]
    return f"{own}:{path}", ":".join([own, *drivers])


class Server:
    """A PostgreSQL of its own, with as many databases as are asked for."""

    def __init__(self, java, path):
        self.process = subprocess.Popen([java, "-cp", path, "Upgrading", "server"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = f"localhost:{int(self.process.stdout.readline())}"

    def url(self, name):
        if "%s" not in name:
            subprocess.run(["psql", "-q", f"postgresql://postgres@{self.address}/postgres", "-c", f"CREATE DATABASE {name}"], check=True)
        return f"postgresql://postgres@{self.address}/{name}"

    def jdbc(self, name):
        return f"jdbc:postgresql://{self.address}/{name}?user=postgres"

    def tables(self, name):
        return int(subprocess.run(["psql", "-qAt", f"postgresql://postgres@{self.address}/{name}", "-c",
                                   "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'customer%'"],
                                  check=True, capture_output=True).stdout)

    def forget(self, name):
        subprocess.run(["psql", "-q", f"postgresql://postgres@{self.address}/postgres", "-c", f"DROP DATABASE {name}"], check=True)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Files:
    """SQLite: a file for each database."""

    def __init__(self, folder):
        self.folder = folder

    def url(self, name):
        return f"sqlite:///{self.folder / name}.db"

    def jdbc(self, name):
        return f"jdbc:sqlite:{self.folder / name}.db"

    def tables(self, name):
        import sqlite3

        with sqlite3.connect(self.folder / f"{name}.db") as connection:
            return connection.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'customer%' AND type = 'table'").fetchone()[0]

    def forget(self, name):
        (self.folder / f"{name}.db").unlink()

    def end(self):
        pass


def commands(java, flags, paths, folder, jdbc):
    def library(program):
        return [java, *flags, "-cp", paths[0], "Upgrading", program, jdbc, folder], folder

    def floor(*more):
        return [java, *flags, *more, "-cp", paths[1], "Floor", jdbc, folder], folder

    return {
        "floor": floor(),
        "floor with a start-up cache": floor(f"-XX:AOTCache={folder / 'floor.aot'}"),
        "athanor": ([athanor, "--url", jdbc, "upgrade", "head"], folder / "athanor"),
        "alembic": (["/usr/bin/alembic", "upgrade", "head"], folder / "alembic"),
        "flyway": library("flyway"),
        "liquibase": library("liquibase"),
    }


def processes(java, flags, paths, folder, database, size):
    """Every program as a process: each has what it keeps between two calls, by one call before the clock starts."""
    times = {}
    for round in range(ROUNDS + 1):
        for program in commands(java, flags, paths, folder, ""):
            if ONLY and program not in ONLY:
                continue
            name = f"run_{round}_{program.replace(' ', '_').replace('-', '_')}"
            url, jdbc = database.url(name), database.jdbc(name)
            command, at = commands(java, flags, paths, folder, jdbc)[program]
            environment = {**os.environ, "URL": url, "XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
            start = time.perf_counter()
            subprocess.run(command, cwd=at, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if round > 0:
                times.setdefault(program, []).append(time.perf_counter() - start)
            if database.tables(name) != size:
                sys.exit(f"{program} didn't make {size} tables")
            database.forget(name)
    return times


def within(java, path, folder, database):
    """All of them in one process; the first rounds, in which the JVM compiles, don't count."""
    warm = 3
    lines = subprocess.run([java, "-cp", path, "Upgrading", "within", str(ROUNDS + warm), database.jdbc("%s"), folder],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    times = {}
    for line in lines:
        told = re.fullmatch(r"([a-z]+) (\d+)", line)  # libraries print their own lines, too
        if told:
            times.setdefault(told[1], []).append(int(told[2]) / 1e9)
    return {program: each[warm:] for program, each in times.items()}


def show(product, how, times):
    floor = statistics.median(times["floor"])
    for program, each in times.items():
        median = statistics.median(each)
        print(f"| {product} | {how} | {program} | {median * 1000:.0f} ms | {median / floor:.2f} |", flush=True)


athanor = os.path.abspath(sys.argv[1])
size = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
java = jdk("java")
flags = (pathlib.Path(athanor).parents[1] / "lib/cli.options").read_text().split()
print("| database | | program | median | times the floor |")
print("|---|---|---|---|---|")
with tempfile.TemporaryDirectory() as temporary:
    folder = pathlib.Path(temporary)
    generate(folder, size)
    paths = path, drivers = class_path(folder)
    subprocess.run([java, *flags, f"-XX:AOTCacheOutput={folder / 'floor.aot'}", "-cp", drivers, "Floor",
                    f"jdbc:sqlite:{folder / 'training.db'}", folder], check=True, capture_output=True)
    for product, opened in ("SQLite", lambda: Files(folder)), ("PostgreSQL", lambda: Server(java, path)):
        if sys.argv[3:] not in ([], [product]):
            continue
        database = opened()
        try:
            show(product, "process", processes(java, flags, paths, folder, database, size))
            if not ONLY:
                show(product, "library", within(java, path, folder, database))
        finally:
            database.end()

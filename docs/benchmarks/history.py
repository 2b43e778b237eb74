#!/usr/bin/env python3
"""history.py ATHANOR [SIZE ...]: `history` and `heads` of Athanor against Alembic's, on generated Alembic projects.

Both read the same folders, in turn, ROUNDS times (7, or as the environment says); the table shows the median of each
and their ratio. Both get what they keep between two calls, as in daily use: Alembic its compiled files (.pyc), Athanor
its cache of headers, by one call before the clock starts. The rows "first call" are without either."""
import os, random, statistics, subprocess, sys, tempfile, time

ROUNDS = int(os.environ.get("ROUNDS", 7))
TEXT = '''"""Revision number {n}

Revision ID: {rev}
Revises: {parents}
Create Date: 2026-01-01 09:00:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = {rev!r}
down_revision = {down!r}
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "table_{n}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_table_{n}_name", "table_{n}", ["name"], unique=False)


def downgrade():
    op.drop_index("ix_table_{n}_name", table_name="table_{n}")
    op.drop_table("table_{n}")
'''


def generate(folder, size, branching):
    """A line; with branching, that share of revisions starts a second line, which is merged a few steps later."""
    chance = random.Random(size)
    versions = os.path.join(folder, "migrations", "versions")
    os.makedirs(versions)
    with open(os.path.join(folder, "alembic.ini"), "w") as ini:
        ini.write("[alembic]\nscript_location = %(here)s/migrations\n")
    ids = ["%012x" % chance.getrandbits(48) for _ in range(size)]
    heads = []
    for n, rev in enumerate(ids):
        if not heads:
            down = None
        elif len(heads) == 2 and chance.random() < 0.3:
            down = tuple(heads)
        else:
            down = chance.choice(heads)
        with open(os.path.join(versions, f"{rev}_revision_{n}.py"), "w") as file:
            parents = ", ".join(down) if isinstance(down, tuple) else down or ""
            file.write(TEXT.format(n=n, rev=rev, parents=parents, down=down))
        if isinstance(down, tuple):
            heads = [rev]
        elif down is not None and len(heads) == 1 and chance.random() < branching and n + 1 < size:
            heads = [down, rev]
        else:
            heads = [h for h in heads if h != down] + [rev]


def settle(folder):
    """The files are as old as in daily use: what was changed within the last two seconds is never kept."""
    for at, _, files in os.walk(folder):
        for file in files:
            os.utime(os.path.join(at, file), (time.time() - 3600,) * 2)


def once(command, folder, environment):
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def row(size, shape, what, verb, folder, environment):
    theirs, ours = [], []
    for _ in range(ROUNDS):
        theirs.append(once(["alembic", verb], folder, environment))
        ours.append(once([athanor, verb], folder, environment))
    a, b = statistics.median(theirs), statistics.median(ours)
    print(f"| {size:,} | {shape} | {what} | {a * 1000:.0f} ms | {b * 1000:.0f} ms | {a / b:.1f} |", flush=True)


athanor, *sizes = sys.argv[1:]
athanor = os.path.abspath(athanor)
print("| revisions | shape | verb | alembic | athanor | ratio |")
print("|---|---|---|---|---|---|")
for size in [int(s) for s in sizes] or [100, 1000, 10000]:
    for shape, branching in (("linear", 0.0), ("15% branching", 0.15)):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as caches:
            generate(folder, size, branching)
            settle(folder)
            nothing = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", ATHANOR_CACHE="off")
            row(size, shape, "heads, first call", "heads", folder, nothing)
            kept = dict(os.environ, XDG_CACHE_HOME=caches)
            once(["alembic", "heads"], folder, kept)
            once([athanor, "heads"], folder, kept)
            for verb in ("history", "heads"):
                row(size, shape, verb, verb, folder, kept)

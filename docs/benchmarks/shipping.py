"""What the packages weigh, and how long a start takes: of the command line against Alembic, and of the window.

    mvn -Pinstaller package
    python3 docs/benchmarks/shipping.py

needs Debian's `alembic`, and `dpkg-deb` to take the .deb apart; without the latter it measures the image as it was built.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "installer/target/packages"
IMAGE = ROOT / "installer/target/image/athanor"
REVISIONS = 100
CALLS = 21
WINDOWS = 5

REVISION = '''"""Step {number}."""
from alembic import op
import sqlalchemy as sa

revision = {id!r}
down_revision = {parent!r}
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("table_{number}", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("table_{number}")
'''

ENV = '''from alembic import context
from sqlalchemy import engine_from_config, pool

engine = engine_from_config(context.config.get_section(context.config.config_ini_section), prefix="sqlalchemy.",
                            poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
'''


def megabytes(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 1e6


def install(folder):
    """The image as the .deb installs it, below another folder than the one where it was built."""
    packages = sorted(PACKAGES.glob("*.deb"))
    if not packages:
        return IMAGE
    subprocess.run(["dpkg-deb", "-x", packages[-1], folder], check=True)
    return folder / "opt/athanor"


def project(folder):
    versions = folder / "migrations/versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(
        "[alembic]\nscript_location = migrations\nsqlalchemy.url = sqlite:///shop.db\n")
    (folder / "migrations/env.py").write_text(ENV)
    parent = None
    for number in range(REVISIONS):
        id = f"{number:012x}"
        (versions / f"{id}_step.py").write_text(REVISION.format(number=number, id=id, parent=parent))
        parent = id
    return folder


def took(command, folder, environment):
    start = time.perf_counter()
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"{command} failed:\n{answer.stdout}{answer.stderr}")
    return (time.perf_counter() - start) * 1000, answer


def calls(folder, programs, environment):
    times = {name: [] for name in programs}
    for _ in range(CALLS):
        for name, program in programs.items():
            times[name].append(took([program, "current"], folder, environment)[0])
    print(f"\n`current` on SQLite, {REVISIONS} revisions in Python, in turn, {CALLS} calls each:\n")
    print("| program | median | least | of alembic |\n|---|---|---|---|")
    peer = statistics.median(times["alembic"])
    for name, one in times.items():
        middle = statistics.median(one)
        print(f"| {name} | {middle:.0f} ms | {min(one):.0f} ms | {middle / peer:.2f} |")


def start_of_window(image, folder, environment):
    """The window walks through its first run without a display; only the times until its first graph count."""
    environment = {key: value for key, value in environment.items() if key != "DISPLAY"} | {
        "ATHANOR_START_TIMES": str(int(time.time() * 1000))}
    _, answer = took([image / "bin/athanor", "studio", "--sample", "--picture", folder / "window.png"], folder,
                     environment)
    return json.loads(next(line for line in answer.stderr.splitlines() if line.startswith("{")))


def windows(image, folder, environment):
    without = environment | {"JAVA_TOOL_OPTIONS": "-XX:AOTMode=off"}
    runs = [(start_of_window(image, folder, environment), start_of_window(image, folder, without)) for _ in range(WINDOWS)]
    print(f"\nThe window on the sample, without a display, until the graph is painted, medians of {WINDOWS}:\n")
    print("| part | | without its start-up cache |\n|---|---|---|")
    for part in runs[0][0]:
        middle = [statistics.median(run[which][part] for run in runs) for which in (0, 1)]
        print(f"| {part} | {middle[0]:.0f} ms | {middle[1]:.0f} ms |")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        image = install(folder / "installed")
        print("| file | size |\n|---|---|")
        print(f"| image | {megabytes(IMAGE):.1f} MB |")
        for package in sorted(PACKAGES.iterdir()):
            if package.name != "SHA256SUMS":
                print(f"| {package.name} | {megabytes(package):.1f} MB |")
        environment = dict(os.environ) | {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
        place = project(folder / "project")
        took([image / "bin/athanor", "upgrade", "head"], place, environment)
        calls(place, {"alembic": "/usr/bin/alembic", "athanor": image / "bin/athanor"}, environment)
        windows(image, folder, environment)


main()

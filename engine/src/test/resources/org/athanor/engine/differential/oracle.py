"""Asks the real Alembic: one case of JSON per line in, one line of answer out.

A case is {"revisions": [{"id", "down", "depends", "labels"}], "rows", "verb", "targets", "purge"}, its revisions in the
order in which they are loaded. The answer has a word and fields, parted by tabs:

    steps   <revision>|<row>,<row>    for each step, with the sorted rows of the version table after it
    refused <text>                    what Alembic tells its user
    died    <text>                    an exception that is a traceback to its user

The first line names the version. Nothing here decides anything: the graph, the order and the rows are Alembic's own
classes. One thing is pinned: Alembic keeps several depends_on in a set, so their order changes from run to run; here
they stay in the order of the file, which is one of the orders it may take.
"""
import json
import sys
import types
import warnings

import alembic
from alembic.runtime.migration import HeadMaintainer
from alembic.script.base import ScriptDirectory
from alembic.script.revision import Revision, RevisionMap
from alembic.util import CommandError, to_tuple
from sqlalchemy import Column, MetaData, String, Table

warnings.simplefilter("ignore")


class Folder(ScriptDirectory):
    """A script directory without files."""

    def __init__(self, revision_map):
        self.revision_map = revision_map


class Connection:
    """Takes every statement; the rows are what HeadMaintainer keeps in mind."""

    as_sql = False
    version_table = "alembic_version"
    dialect = types.SimpleNamespace(supports_sane_rowcount=False)
    _version = Table("alembic_version", MetaData(), Column("version_num", String(32)))

    def __init__(self):
        self.impl = types.SimpleNamespace(_exec=lambda statement: None)


def revision(told):
    made = Revision(
        told["id"],
        tuple(told["down"]) or None,
        dependencies=tuple(told["depends"]) or None,
        branch_labels=tuple(told["labels"]) or None,
    )
    made.module = types.SimpleNamespace(upgrade=lambda: None, downgrade=lambda: None)
    made.doc = ""
    return made


def folder(case):
    revision_map = RevisionMap(lambda: [revision(told) for told in case["revisions"]])
    for made in revision_map._revision_map.values():
        if made is not None:
            made._normalized_resolved_dependencies = tuple(
                sorted(made._normalized_resolved_dependencies, key=made._resolved_dependencies.index)
            )
    return Folder(revision_map)


def steps(case, scripts, rows):
    if case["verb"] == "upgrade":
        return scripts._upgrade_revs(case["targets"][0], rows)
    if case["verb"] == "downgrade":
        return scripts._downgrade_revs(case["targets"][0], rows)
    return scripts._stamp_revs(to_tuple(case["targets"]), rows)


def walk(case):
    scripts = folder(case)
    rows = () if case["purge"] else tuple(case["rows"])
    maintainer = HeadMaintainer(Connection(), rows)
    for step in steps(case, scripts, rows):
        maintainer.update_to_step(step)
        name = step.revision.revision if hasattr(step, "revision") else ""
        yield name + "|" + ",".join(sorted(maintainer.heads))


def answer(case):
    try:
        return ["steps", *walk(case)]
    except CommandError as refusal:
        return ["refused", str(refusal)]
    except Exception as fault:
        return ["died", "%s: %s" % (type(fault).__name__, fault)]


print(alembic.__version__, flush=True)
for line in sys.stdin:
    print("\t".join(part.replace("\t", " ").replace("\n", " ") for part in answer(json.loads(line))), flush=True)

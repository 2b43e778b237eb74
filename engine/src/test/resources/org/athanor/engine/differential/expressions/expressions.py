"""What SQLAlchemy prints for expressions: the first argument names a file with a JSON list; its first entry is the source of the names
that the others use. Answers the version, then a line of JSON for each: texts by product, or the name of the exception."""
import json
import sys
import warnings

warnings.simplefilter("ignore")
import sqlalchemy
from sqlalchemy.dialects import postgresql, sqlite

sources = json.load(open(sys.argv[1], encoding="utf-8"))
names = {}
exec(sources[0], names)
dialects = {"postgresql": postgresql.dialect(paramstyle="named"), "sqlite": sqlite.dialect(paramstyle="named")}


def text(source, dialect):
    try:
        return str(eval(source, names).compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    except Exception as e:
        return {"error": type(e).__name__ + ": " + str(e)[:200]}


print(sqlalchemy.__version__, flush=True)
for source in sources[1:]:
    print(json.dumps({name: text(source, dialect) for name, dialect in dialects.items()}), flush=True)

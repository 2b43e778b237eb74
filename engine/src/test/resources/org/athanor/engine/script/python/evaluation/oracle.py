"""Answers what Python says of a program: the value of its name `r`, or the type of its exception."""
import base64
import sys


def answer(source):
    names = {"__name__": "revision", "__file__": "/nowhere/revision.py"}
    try:
        exec(compile(source, "revision.py", "exec"), names)
        return "ok", repr(names.get("r"))
    except BaseException as e:
        return "raised", type(e).__name__


print(sys.version.split()[0], flush=True)
stdout = sys.stdout
sys.stdout = open("/dev/null", "w")
for line in sys.stdin:
    kind, text = answer(base64.b64decode(line).decode())
    print(kind, base64.b64encode(text.encode("utf-8", "backslashreplace")).decode(), sep="\t", file=stdout, flush=True)

"""Says how CPython reads a text: its own tree in a form that is easy to compare.

Reads one question per line, the text as base64 of its UTF-8. Answers "tree <tree>", or "refused <why>". The first line
that is written is Python's version and the folder of its library.
"""
import ast
import base64
import json
import os
import struct
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)

# Before 3.12 the lines inside of formatted strings are guesses.
LINES_IN_FIELDS = sys.version_info >= (3, 12)

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@",
    "LShift": "<<", "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&",
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not",
    "In": "in", "NotIn": "not in", "UAdd": "PLUS", "USub": "MINUS", "Invert": "INVERT", "Not": "NOT",
}


def written(operator):
    return OPERATORS[type(operator).__name__]


def text(value):
    return json.dumps(value)


def bits(value):
    return "%016x" % struct.unpack(">Q", struct.pack(">d", value))


class Writer:
    def __init__(self):
        self.parts = []
        self.fields = 0

    def line(self, node):
        return "0" if self.fields and not LINES_IN_FIELDS else str(node.lineno)

    def put(self, *words):
        self.parts.extend(words)

    def node(self, name, node, *children):
        self.put("(" + name + " " + self.line(node))
        for child in children:
            self.any(child)
        self.put(")")

    def any(self, child):
        if child is None:
            self.put("-")
        elif isinstance(child, (list, tuple)):
            self.put("[")
            for one in child:
                self.any(one)
            self.put("]")
        elif isinstance(child, bool):
            self.put("yes" if child else "no")
        elif isinstance(child, int):
            self.put(str(child))
        elif isinstance(child, str):
            self.put(text(child))
        else:
            getattr(self, type(child).__name__)(child)

    # Expressions

    def Constant(self, n):
        value = n.value
        if value is None:
            self.node("None", n)
        elif value is Ellipsis:
            self.node("Ellipsis", n)
        elif isinstance(value, bool):
            self.node("Truth", n, value)
        elif isinstance(value, int):
            self.node("Whole", n, "%x" % value)
        elif isinstance(value, float):
            self.node("Real", n, bits(value))
        elif isinstance(value, complex):
            self.node("Imaginary", n, bits(value.imag))
        elif isinstance(value, bytes):
            self.node("Bytes", n, value.decode("latin-1"))
        else:
            self.node("Text", n, value)

    def JoinedStr(self, n, name="Formatted"):
        self.put("(" + name + " " + self.line(n))
        self.fields += 1
        self.any(n.values)
        self.fields -= 1
        self.put(")")

    def TemplateStr(self, n):
        self.JoinedStr(n, "Template")

    def FormattedValue(self, n):
        conversion = "" if n.conversion < 0 else chr(n.conversion)
        self.node("Field", n, n.value, conversion, n.format_spec)

    def Interpolation(self, n):
        self.FormattedValue(n)

    def Name(self, n):
        self.node("Name", n, n.id)

    def Attribute(self, n):
        self.node("Attribute", n, n.value, n.attr)

    def Subscript(self, n):
        self.node("Item", n, n.value, n.slice)

    def Slice(self, n):
        self.node("Slice", n, n.lower, n.upper, n.step)

    def Tuple(self, n):
        self.node("Tuple", n, n.elts)

    def List(self, n):
        self.node("Sequence", n, n.elts)

    def Set(self, n):
        self.node("SetOf", n, n.elts)

    def Dict(self, n):
        self.node("Dictionary", n, list(zip(n.keys, n.values)))

    def Starred(self, n):
        self.node("Starred", n, n.value)

    def Call(self, n):
        self.node("Call", n, n.func, n.args, n.keywords)

    def keyword(self, n):
        self.node("Keyword", n, n.arg, n.value)

    def BinOp(self, n):
        self.node("Binary", n, n.left, written(n.op), n.right)

    def UnaryOp(self, n):
        self.node("Unary", n, written(n.op), n.operand)

    def BoolOp(self, n):
        self.node("Junction", n, isinstance(n.op, ast.And), n.values)

    def Compare(self, n):
        self.node("Comparison", n, n.left, [(written(o), v) for o, v in zip(n.ops, n.comparators)])

    def IfExp(self, n):
        self.node("Conditional", n, n.test, n.body, n.orelse)

    def Lambda(self, n):
        self.node("Lambda", n, n.args, n.body)

    def NamedExpr(self, n):
        self.node("Assigned", n, n.target.id, n.value)

    def ListComp(self, n):
        self.node("Comprehension", n, "LIST", n.elt, None, n.generators)

    def SetComp(self, n):
        self.node("Comprehension", n, "SET", n.elt, None, n.generators)

    def GeneratorExp(self, n):
        self.node("Comprehension", n, "GENERATOR", n.elt, None, n.generators)

    def DictComp(self, n):
        self.node("Comprehension", n, "DICTIONARY", n.key, n.value, n.generators)

    def comprehension(self, n):
        self.any([n.target, n.iter, n.ifs, bool(n.is_async)])

    def Await(self, n):
        self.node("Await", n, n.value)

    def Yield(self, n):
        self.node("Yield", n, n.value, False)

    def YieldFrom(self, n):
        self.node("Yield", n, n.value, True)

    # Parameters

    def arguments(self, n):
        before = [None] * (len(n.posonlyargs) + len(n.args) - len(n.defaults)) + list(n.defaults)
        positions = [(a, "POSITION_ONLY") for a in n.posonlyargs] + [(a, "POSITION_OR_NAME") for a in n.args]
        every = [(a.arg, kind, d, a.annotation) for (a, kind), d in zip(positions, before)]
        if n.vararg:
            every.append((n.vararg.arg, "REST", None, n.vararg.annotation))
        every += [(a.arg, "NAME_ONLY", d, a.annotation) for a, d in zip(n.kwonlyargs, n.kw_defaults)]
        if n.kwarg:
            every.append((n.kwarg.arg, "NAMED_REST", None, n.kwarg.annotation))
        self.any(every)

    # Instructions

    def Expr(self, n):
        self.node("Evaluate", n, n.value)

    def Assign(self, n):
        self.node("Assign", n, n.targets, n.value)

    def AnnAssign(self, n):
        self.node("Annotate", n, n.target, n.annotation, n.value)

    def AugAssign(self, n):
        self.node("Change", n, n.target, written(n.op), n.value)

    def Delete(self, n):
        self.node("Delete", n, n.targets)

    def Pass(self, n):
        self.node("Pass", n)

    def Break(self, n):
        self.node("Break", n)

    def Continue(self, n):
        self.node("Continue", n)

    def Return(self, n):
        self.node("Return", n, n.value)

    def Raise(self, n):
        self.node("Raise", n, n.exc, n.cause)

    def Assert(self, n):
        self.node("Assert", n, n.test, n.msg)

    def Import(self, n):
        self.node("Import", n, [(a.name, a.asname) for a in n.names])

    def ImportFrom(self, n):
        self.node("ImportFrom", n, n.module or "", n.level, [(a.name, a.asname) for a in n.names])

    def Global(self, n):
        self.node("Global", n, n.names)

    def Nonlocal(self, n):
        self.node("Nonlocal", n, n.names)

    def If(self, n):
        self.node("If", n, n.test, n.body, n.orelse)

    def For(self, n, asynchronous=False):
        self.node("For", n, n.target, n.iter, n.body, n.orelse, asynchronous)

    def AsyncFor(self, n):
        self.For(n, True)

    def While(self, n):
        self.node("While", n, n.test, n.body, n.orelse)

    def With(self, n, asynchronous=False):
        self.node("With", n, [(i.context_expr, i.optional_vars) for i in n.items], n.body, asynchronous)

    def AsyncWith(self, n):
        self.With(n, True)

    def Try(self, n, group=False):
        self.put("(Try " + self.line(n))
        self.any(n.body)
        self.put("[")
        for h in n.handlers:
            self.node("Handler", h, h.type, h.name, group, h.body)
        self.put("]")
        self.any(n.orelse)
        self.any(n.finalbody)
        self.put(")")

    def TryStar(self, n):
        self.Try(n, True)

    def FunctionDef(self, n, asynchronous=False):
        self.node("Function", n, n.name, n.args, n.body, n.decorator_list, n.returns, asynchronous)

    def AsyncFunctionDef(self, n):
        self.FunctionDef(n, True)

    def ClassDef(self, n):
        self.node("ClassOf", n, n.name, n.bases, n.keywords, n.body, n.decorator_list)

    def TypeAlias(self, n):
        self.node("TypeAlias", n, n.name.id, n.value)

    def Match(self, n):
        self.node("Match", n, n.subject, [(c.pattern, c.guard, c.body) for c in n.cases])

    # Patterns

    def MatchValue(self, n):
        self.any(["Same", n.value])

    def MatchSingleton(self, n):
        constant = ast.Constant(n.value)
        constant.lineno = n.lineno
        self.any(["Same", constant])

    def MatchAs(self, n):
        self.any(["Capture", n.pattern, n.name])

    def MatchOr(self, n):
        self.any(["Either", n.patterns])

    def MatchSequence(self, n):
        self.any(["Several", n.patterns])

    def MatchStar(self, n):
        self.any(["Rest", n.name])

    def MatchMapping(self, n):
        self.any(["Mapping", list(zip(n.keys, n.patterns)), n.rest])

    def MatchClass(self, n):
        self.any(["OfClass", n.cls, n.patterns, list(zip(n.kwd_attrs, n.kwd_patterns))])


def answer(source):
    try:
        module = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
        return "refused " + text(str(e))
    writer = Writer()
    writer.any(module.body)
    return "tree " + " ".join(writer.parts)


def main():
    print("%d.%d.%d" % sys.version_info[:3], os.path.dirname(os.__file__), flush=True)
    for question in sys.stdin:
        source = base64.b64decode(question).decode("utf-8", "surrogatepass")
        print(answer(source), flush=True)


if __name__ == "__main__":
    main()

# case: numbers
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer()),
        sa.Column("b", sa.SmallInteger()),
        sa.Column("c", sa.BigInteger()),
        sa.Column("d", sa.Numeric()),
        sa.Column("e", sa.Numeric(10)),
        sa.Column("f", sa.Numeric(10, 2)),
        sa.Column("g", sa.Numeric(precision=8, scale=0, asdecimal=False)),
        sa.Column("h", sa.Float()),
        sa.Column("i", sa.Float(precision=24)),
        sa.Column("j", sa.Float(53)),
    )

def downgrade():
    op.drop_table("t")

# case: numbers in upper case
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.INTEGER()),
        sa.Column("b", sa.INT()),
        sa.Column("c", sa.SMALLINT()),
        sa.Column("d", sa.BIGINT()),
        sa.Column("e", sa.NUMERIC(precision=12, scale=4)),
        sa.Column("f", sa.DECIMAL()),
        sa.Column("g", sa.DECIMAL(9, 3)),
        sa.Column("h", sa.FLOAT()),
        sa.Column("i", sa.FLOAT(precision=10)),
        sa.Column("j", sa.REAL()),
    )

def downgrade():
    op.drop_table("t")

# case: double precision
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a DOUBLE PRECISION, b DOUBLE PRECISION, d DOUBLE PRECISION, e DOUBLE PRECISION );
# sqlite up: CREATE TABLE t ( a DOUBLE, b DOUBLE, d DOUBLE PRECISION, e DOUBLE );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Double()),
        sa.Column("b", sa.Double(precision=53)),
        sa.Column("d", sa.DOUBLE_PRECISION()),
        sa.Column("e", sa.Double(53, True)),
    )

def downgrade():
    op.drop_table("t")

# case: DOUBLE as it stands
# since: SQLAlchemy 2.0
# runs: sqlite
# postgresql up: CREATE TABLE t ( a DOUBLE, b DOUBLE );
# sqlite up: CREATE TABLE t ( a DOUBLE, b DOUBLE );
def upgrade():
    op.create_table("t", sa.Column("a", sa.DOUBLE()), sa.Column("b", sa.DOUBLE(53)))

def downgrade():
    op.drop_table("t")

# case: decimals that become floats
def upgrade():
    op.create_table("t", sa.Column("a", sa.Float(decimal_return_scale=3, asdecimal=True)))

def downgrade():
    op.drop_table("t")

# case: texts
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String()),
        sa.Column("b", sa.String(20)),
        sa.Column("c", sa.String(length=255)),
        sa.Column("d", sa.Text()),
        sa.Column("e", sa.Unicode(10)),
        sa.Column("f", sa.UnicodeText()),
        sa.Column("g", sa.Text),
        sa.Column("i", sa.Unicode()),
    )

def downgrade():
    op.drop_table("t")

# case: a text with a length
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.Text(100)), sa.Column("b", sa.UnicodeText(20)))

def downgrade():
    op.drop_table("t")

# case: texts in upper case
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.VARCHAR()),
        sa.Column("b", sa.VARCHAR(length=20)),
        sa.Column("c", sa.CHAR()),
        sa.Column("d", sa.CHAR(3)),
        sa.Column("e", sa.TEXT()),
    )

def downgrade():
    op.drop_table("t")

# case: national texts
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.NVARCHAR(5)), sa.Column("b", sa.NCHAR(5)), sa.Column("c", sa.NVARCHAR()))

def downgrade():
    op.drop_table("t")

# case: character large objects
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.CLOB()))

def downgrade():
    op.drop_table("t")

# case: texts with a collation
# runs: nowhere (the collation may be missing)
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.String(5, collation="C")),
        sa.Column("b", sa.Text(collation="de_DE")),
        sa.Column("c", sa.VARCHAR(5, "POSIX")),
    )

def downgrade():
    op.drop_table("t")

# case: times
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.DateTime()),
        sa.Column("b", sa.DateTime(timezone=True)),
        sa.Column("c", sa.DateTime(timezone=False)),
        sa.Column("d", sa.Date()),
        sa.Column("e", sa.Time()),
        sa.Column("f", sa.Time(timezone=True)),
        sa.Column("g", sa.Interval()),
        sa.Column("h", sa.DateTime(True)),
    )

def downgrade():
    op.drop_table("t")

# case: times in upper case
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.TIMESTAMP()),
        sa.Column("b", sa.TIMESTAMP(timezone=True)),
        sa.Column("c", sa.DATE()),
        sa.Column("d", sa.TIME()),
        sa.Column("e", sa.TIME(timezone=True)),
    )

def downgrade():
    op.drop_table("t")

# case: DATETIME as it stands
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.DATETIME()))

def downgrade():
    op.drop_table("t")

# case: an interval with precision
def upgrade():
    op.create_table("t", sa.Column("a", sa.Interval(second_precision=3, day_precision=2)), sa.Column("b", sa.Interval(native=False)))

def downgrade():
    op.drop_table("t")

# case: truth
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Boolean()),
        sa.Column("b", sa.BOOLEAN()),
        sa.Column("c", sa.Boolean(name="ck_c")),
        sa.Column("d", sa.Boolean(create_constraint=False)),
    )

def downgrade():
    op.drop_table("t")

# case: truth with a check
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Boolean(create_constraint=True, name="ck_a"), nullable=False),
        sa.Column("b", sa.Boolean(create_constraint=True)),
    )

def downgrade():
    op.drop_table("t")

# case: bytes
def upgrade():
    op.create_table("t", sa.Column("a", sa.LargeBinary()), sa.Column("b", sa.LargeBinary(length=100)))

def downgrade():
    op.drop_table("t")

# case: bytes in upper case
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.BLOB()), sa.Column("b", sa.BINARY(16)), sa.Column("c", sa.VARBINARY(16)))

def downgrade():
    op.drop_table("t")

# case: bytes with length in upper case
# runs: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.BINARY()), sa.Column("b", sa.VARBINARY(length=3)))

def downgrade():
    op.drop_table("t")

# case: documents
def upgrade():
    op.create_table("t", sa.Column("a", sa.JSON()), sa.Column("b", sa.JSON(none_as_null=True)), sa.Column("c", sa.JSON))

def downgrade():
    op.drop_table("t")

# case: pickled values
def upgrade():
    op.create_table("t", sa.Column("a", sa.PickleType()))

def downgrade():
    op.drop_table("t")

# case: unique identifiers
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a UUID, b UUID, c CHAR(32), d UUID );
# sqlite up: CREATE TABLE t ( a CHAR(32), b CHAR(32), c CHAR(32), d UUID );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Uuid()),
        sa.Column("b", sa.Uuid(as_uuid=False)),
        sa.Column("c", sa.Uuid(native_uuid=False)),
        sa.Column("d", sa.UUID()),
    )

def downgrade():
    op.drop_table("t")

# case: arrays
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.ARRAY(sa.Integer())),
        sa.Column("b", sa.ARRAY(sa.String(5), dimensions=2)),
        sa.Column("c", postgresql.ARRAY(sa.Text())),
        sa.Column("d", postgresql.ARRAY(sa.VARCHAR(length=3), dimensions=1), server_default="{}", nullable=False),
        sa.Column("e", postgresql.ARRAY(sa.DateTime(timezone=True))),
        sa.Column("f", postgresql.ARRAY(item_type=sa.Numeric(4, 2), as_tuple=True)),
        sa.Column("g", postgresql.ARRAY(sa.String(5, collation="C"))),
        sa.Column("h", postgresql.ARRAY(postgresql.JSONB(astext_type=sa.Text()))),
    )

def downgrade():
    op.drop_table("t")

# case: arrays on SQLite can't be said
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.ARRAY(sa.Integer())))

def downgrade():
    op.create_table("t", sa.Column("a", postgresql.ARRAY(sa.Text())))

# case: PostgreSQL's numbers
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.INTEGER()),
        sa.Column("b", postgresql.BIGINT()),
        sa.Column("c", postgresql.SMALLINT()),
        sa.Column("d", postgresql.DOUBLE_PRECISION(precision=53)),
        sa.Column("e", postgresql.DOUBLE_PRECISION()),
        sa.Column("f", postgresql.REAL()),
        sa.Column("g", postgresql.NUMERIC(6, 3)),
        sa.Column("h", postgresql.FLOAT()),
        sa.Column("i", postgresql.MONEY()),
        sa.Column("j", postgresql.OID()),
        sa.Column("k", postgresql.REGCLASS()),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's texts, bytes and documents
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.TEXT()),
        sa.Column("b", postgresql.VARCHAR(9)),
        sa.Column("c", postgresql.CHAR(2)),
        sa.Column("d", postgresql.BYTEA()),
        sa.Column("e", postgresql.JSON()),
        sa.Column("f", postgresql.JSON(astext_type=sa.Text())),
        sa.Column("g", postgresql.JSONB()),
        sa.Column("h", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("i", postgresql.TSVECTOR()),
        sa.Column("j", postgresql.UUID()),
        sa.Column("k", postgresql.UUID(as_uuid=True)),
        sa.Column("l", postgresql.BOOLEAN()),
        sa.Column("m", postgresql.JSONB(), server_default="[]"),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's times
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.TIMESTAMP()),
        sa.Column("b", postgresql.TIMESTAMP(timezone=True)),
        sa.Column("c", postgresql.TIMESTAMP(timezone=True, precision=3)),
        sa.Column("d", postgresql.TIME()),
        sa.Column("e", postgresql.TIME(precision=0)),
        sa.Column("f", postgresql.TIME(timezone=True, precision=6)),
        sa.Column("g", postgresql.DATE()),
        sa.Column("h", postgresql.INTERVAL()),
        sa.Column("i", postgresql.INTERVAL(precision=4)),
        sa.Column("j", postgresql.INTERVAL(fields="DAY TO SECOND")),
        sa.Column("k", postgresql.INTERVAL(fields="YEAR TO MONTH")),
        sa.Column("l", postgresql.TIMESTAMP(True)),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's addresses and bits
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.INET()),
        sa.Column("b", postgresql.CIDR()),
        sa.Column("c", postgresql.MACADDR()),
        sa.Column("d", postgresql.BIT()),
        sa.Column("e", postgresql.BIT(8)),
        sa.Column("f", postgresql.BIT(length=8, varying=True)),
        sa.Column("g", postgresql.BIT(varying=True)),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's ranges
# only: postgresql
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.INT4RANGE()),
        sa.Column("b", postgresql.INT8RANGE()),
        sa.Column("c", postgresql.NUMRANGE()),
        sa.Column("d", postgresql.DATERANGE()),
        sa.Column("e", postgresql.TSRANGE()),
        sa.Column("f", postgresql.TSTZRANGE()),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's several ranges
# since: SQLAlchemy 2.0
# only: postgresql
# postgresql up: CREATE TABLE t ( a INT4MULTIRANGE, b DATEMULTIRANGE, c TSTZMULTIRANGE, d NUMMULTIRANGE, e INT8MULTIRANGE, f TSMULTIRANGE );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.INT4MULTIRANGE()),
        sa.Column("b", postgresql.DATEMULTIRANGE()),
        sa.Column("c", postgresql.TSTZMULTIRANGE()),
        sa.Column("d", postgresql.NUMMULTIRANGE()),
        sa.Column("e", postgresql.INT8MULTIRANGE()),
        sa.Column("f", postgresql.TSMULTIRANGE()),
    )

def downgrade():
    op.drop_table("t")

# case: PostgreSQL's newer words
# since: SQLAlchemy 2.0
# only: postgresql
# postgresql up: CREATE TABLE t ( a TSQUERY, b MACADDR8, c REGCONFIG );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.TSQUERY()),
        sa.Column("b", postgresql.MACADDR8()),
        sa.Column("c", postgresql.REGCONFIG()),
    )

def downgrade():
    op.drop_table("t")

# case: types of extensions
# since: SQLAlchemy 2.0
# only: postgresql
# runs: nowhere (the extensions may be missing)
# postgresql up: CREATE TABLE t ( a CITEXT, b HSTORE, c HSTORE, d CITEXT, UNIQUE (d) );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.CITEXT()),
        sa.Column("b", postgresql.HSTORE()),
        sa.Column("c", postgresql.HSTORE(text_type=sa.Text())),
        sa.Column("d", postgresql.CITEXT(), unique=True),
    )

def downgrade():
    op.drop_table("t")

# case: pairs of keys and values
# only: postgresql
# runs: nowhere (the extension may be missing)
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.HSTORE()), sa.Column("b", postgresql.HSTORE(text_type=sa.Text())))

def downgrade():
    op.drop_table("t")

# case: domains
# since: SQLAlchemy 2.0
# only: postgresql
# postgresql up: CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0);
# postgresql up: CREATE TABLE t ( a positive, b INTEGER );
def upgrade():
    op.execute("CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0)")
    op.create_table(
        "t",
        sa.Column("a", postgresql.DOMAIN("positive", sa.Integer(), create_type=False)),
        sa.Column("b", sa.Integer()),
    )

def downgrade():
    op.drop_table("t")
    op.execute("DROP DOMAIN positive")

# case: PostgreSQL's types on SQLite
# only: sqlite
# runs: nowhere (only the text matters)
# since: SQLAlchemy 2.0
# sqlite up: CREATE TABLE t ( a UUID, b TIMESTAMP, c DOUBLE PRECISION, d VARCHAR(5), e JSON, f TEXT );
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", postgresql.UUID()),
        sa.Column("b", postgresql.TIMESTAMP(timezone=True)),
        sa.Column("c", postgresql.DOUBLE_PRECISION(precision=53)),
        sa.Column("d", postgresql.VARCHAR(5)),
        sa.Column("e", postgresql.JSON()),
        sa.Column("f", postgresql.TEXT()),
    )

def downgrade():
    op.drop_table("t")

# case: a binary document on SQLite
# since: SQLAlchemy 2.1
# only: sqlite
# sqlite up: CREATE TABLE t ( a JSONB, b JSONB );
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.JSONB()), sa.Column("b", postgresql.JSONB(astext_type=sa.Text())))

def downgrade():
    op.drop_table("t")

# case: an address on SQLite can't be said
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.INET()))

def downgrade():
    op.create_table("t", sa.Column("a", postgresql.TSVECTOR()))

# case: PostgreSQL's bytes and ranges on SQLite can't be said
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.BYTEA()))

def downgrade():
    op.create_table("t", sa.Column("a", postgresql.TSRANGE()))

# case: SQLite's types
# only: sqlite
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sqlite.INTEGER()),
        sa.Column("b", sqlite.TEXT()),
        sa.Column("c", sqlite.VARCHAR(5)),
        sa.Column("d", sqlite.DATETIME()),
        sa.Column("e", sqlite.DATE()),
        sa.Column("f", sqlite.TIME()),
        sa.Column("g", sqlite.JSON()),
        sa.Column("h", sqlite.BLOB()),
        sa.Column("i", sqlite.BOOLEAN()),
        sa.Column("j", sqlite.NUMERIC(4, 1)),
        sa.Column("k", sqlite.REAL()),
        sa.Column("l", sqlite.FLOAT()),
        sa.Column("m", sqlite.CHAR(3)),
        sa.Column("n", sqlite.DECIMAL(4, 2)),
        sa.Column("o", sqlite.SMALLINT()),
        sa.Column("p", sqlite.TIMESTAMP()),
    )

def downgrade():
    op.drop_table("t")

# case: SQLite's documents and texts on PostgreSQL
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", sqlite.JSON()), sa.Column("b", sqlite.TEXT()), sa.Column("c", sqlite.INTEGER()))

def downgrade():
    op.drop_table("t")

# case: a type for each product
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
        sa.Column("b", sa.String(50).with_variant(sa.Text(), "sqlite")),
        sa.Column("c", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("d", postgresql.UUID().with_variant(sa.String(36), "sqlite")),
    )

def downgrade():
    op.drop_table("t")

# case: a type for several products at once
# since: SQLAlchemy 2.0
# postgresql up: CREATE TABLE t ( a VARCHAR(7) );
# sqlite up: CREATE TABLE t ( a VARCHAR(7) );
def upgrade():
    op.create_table("t", sa.Column("a", sa.Text().with_variant(sa.String(7), "sqlite", "postgresql")))

def downgrade():
    op.drop_table("t")

# case: a type by its module
from sqlalchemy.types import Integer, String
from sqlalchemy.dialects.postgresql import JSONB, UUID
import sqlalchemy.types as types

def upgrade():
    op.create_table(
        "t",
        sa.Column("a", Integer()),
        sa.Column("b", String(3)),
        sa.Column("c", types.Boolean()),
        sa.Column("d", sa.types.DateTime(timezone=True)),
        sa.Column("e", sa.dialects.postgresql.UUID() if op.get_bind().dialect.name == "postgresql" else sa.CHAR(36)),
        sa.Column("f", sa.JSON().with_variant(JSONB(), "postgresql")),
    )

def downgrade():
    op.drop_table("t")

# case: types without parentheses
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Integer),
        sa.Column("b", sa.String),
        sa.Column("c", sa.DateTime),
        sa.Column("d", sa.Boolean),
        sa.Column("e", sa.Numeric),
        sa.Column("f", sa.LargeBinary),
        sa.Column("g", sa.Date, nullable=False),
    )

def downgrade():
    op.drop_table("t")

# case: a type of one's own
from sqlalchemy.types import UserDefinedType

class Point(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "POINT"

def upgrade():
    op.create_table("t", sa.Column("a", Point()))

def downgrade():
    op.drop_table("t")

# case: a type decorated
from sqlalchemy.types import TypeDecorator

class Lower(TypeDecorator):
    impl = sa.String
    cache_ok = True

def upgrade():
    op.create_table("t", sa.Column("a", Lower(12)), sa.Column("b", Lower()))

def downgrade():
    op.drop_table("t")

# case: a counter of PostgreSQL for each size of number
# only: postgresql
def upgrade():
    op.create_table("s", sa.Column("id", sa.SmallInteger, primary_key=True))
    op.create_table("i", sa.Column("id", sa.INTEGER, primary_key=True))
    op.create_table("b", sa.Column("id", postgresql.BIGINT, primary_key=True))

def downgrade():
    op.drop_table("b")
    op.drop_table("i")
    op.drop_table("s")

# case: sizes by keyword
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Numeric(precision=10, scale=2)),
        sa.Column("b", sa.Numeric(scale=3, precision=5)),
        sa.Column("c", sa.Unicode(length=7)),
        sa.Column("d", sa.CHAR(length=2)),
        sa.Column("e", sa.VARCHAR(length=None)),
    )

def downgrade():
    op.drop_table("t")

# case: an unknown type is refused
def upgrade():
    op.create_table("t", sa.Column("a", sa.Strng(5)))

def downgrade():
    op.create_table("t", sa.Column("a", postgresql.Nothing()))

# case: a wrong argument of a type is refused
def upgrade():
    op.create_table("t", sa.Column("a", sa.String(lenght=5)))

def downgrade():
    op.create_table("t", sa.Column("a", sa.Integer(5)))

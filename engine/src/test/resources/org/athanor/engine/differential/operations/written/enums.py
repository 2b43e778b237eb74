# case: an enumeration comes with its table
def upgrade():
    op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("mood", sa.Enum("sad", "ok", "very happy", name="mood"), nullable=False))

def downgrade():
    op.drop_table("t")
    op.execute("DROP TYPE IF EXISTS mood") if op.get_bind().dialect.name == "postgresql" else None

# case: an enumeration goes by itself
def upgrade():
    op.create_table("t", sa.Column("mood", sa.Enum("sad", "ok", name="mood"), server_default="ok"))

def downgrade():
    op.drop_table("t")
    sa.Enum(name="mood").drop(op.get_bind(), checkfirst=False)

# case: an enumeration is made first
# only: postgresql
def upgrade():
    mood = postgresql.ENUM("sad", "ok", name="mood")
    mood.create(op.get_bind())
    op.create_table("t", sa.Column("mood", postgresql.ENUM("sad", "ok", name="mood", create_type=False), nullable=True))

def downgrade():
    op.drop_table("t")
    postgresql.ENUM(name="mood").drop(op.get_bind())

# case: an enumeration is made first, if it isn't there
# only: postgresql
def upgrade():
    mood = postgresql.ENUM("sad", "ok", name="mood", create_type=False)
    mood.create(op.get_bind(), checkfirst=True)
    op.create_table("t", sa.Column("mood", mood))

def downgrade():
    op.drop_table("t")
    mood = postgresql.ENUM("sad", "ok", name="mood", create_type=False)
    mood.drop(op.get_bind(), checkfirst=True)

# case: an enumeration for an added column
# given: account
def upgrade():
    mood = sa.Enum("sad", "ok", name="mood")
    mood.create(op.get_bind(), checkfirst=False)
    op.add_column("account", sa.Column("mood", mood, nullable=True))

def downgrade():
    op.drop_column("account", "mood")
    sa.Enum("sad", "ok", name="mood").drop(op.get_bind(), checkfirst=False)

# case: an enumeration of an added column that nobody made
# given: account
# runs: sqlite
def upgrade():
    op.add_column("account", sa.Column("mood", sa.Enum("sad", "ok", name="nobody"), nullable=True))

def downgrade():
    op.drop_column("account", "mood")

# case: an added enumeration that must be filled
# given: mood_type
# only: postgresql
def upgrade():
    op.add_column("person", sa.Column("was", postgresql.ENUM("sad", "ok", "happy", name="mood", create_type=False), server_default="ok", nullable=False))

def downgrade():
    op.drop_column("person", "was")

# case: an enumeration of Python
import enum

class Mood(enum.Enum):
    sad = 1
    ok = "fine"
    happy = "HAPPY"

def upgrade():
    op.create_table("t", sa.Column("mood", sa.Enum(Mood), server_default="sad"), sa.Column("other", sa.Enum(Mood, name="feeling")))

def downgrade():
    op.drop_table("t")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TYPE mood")
        op.execute("DROP TYPE feeling")

# case: an enumeration of Python by its values
import enum

class Colour(str, enum.Enum):
    RED = "red"
    GREEN = "green"

def upgrade():
    op.create_table("t", sa.Column("colour", sa.Enum(Colour, values_callable=lambda kind: [member.value for member in kind])))
    op.create_table("u", sa.Column("colour", sa.Enum(*[c.value for c in Colour], name="shade")))

def downgrade():
    op.drop_table("u")
    op.drop_table("t")
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP TYPE shade")
        op.execute("DROP TYPE colour")

# case: an enumeration as text
def upgrade():
    op.create_table("t", sa.Column("mood", sa.Enum("sad", "very happy", name="mood", native_enum=False)))

def downgrade():
    op.drop_table("t")

# case: an enumeration as text with a check
def upgrade():
    op.create_table(
        "t",
        sa.Column("a", sa.Enum("x", "it's", name="ck_a", native_enum=False, create_constraint=True)),
        sa.Column("b", sa.Enum("x", "yy", native_enum=False, create_constraint=True, length=20)),
    )

def downgrade():
    op.drop_table("t")

# case: an enumeration with a check where it isn't native
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="letter", create_constraint=True)))

def downgrade():
    op.drop_table("t")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP TYPE letter")

# case: an enumeration without a name
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("x", "yyyy")))

def downgrade():
    op.drop_table("t")

# case: an enumeration without a name is refused
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("x", "yyyy")))

def downgrade():
    op.create_table("t", sa.Column("a", postgresql.ENUM("x", "yyyy")))

# case: an enumeration in a schema
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="letter", schema="shop")), schema="shop")

def downgrade():
    op.drop_table("t", schema="shop")
    op.execute("DROP TYPE shop.letter")

# case: an enumeration in the schema of its table
# given: shop_schema
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("x", "y", name="letter", inherit_schema=True)), schema="shop")

def downgrade():
    op.drop_table("t", schema="shop")
    op.execute("DROP TYPE shop.letter")

# case: an enumeration whose name needs quotes
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", sa.Enum("Ä", 'with "quotes"', "100%", name="Letter Kind")))

def downgrade():
    op.drop_table("t")
    op.execute('DROP TYPE "Letter Kind"')

# case: two columns of one enumeration
# only: postgresql
def upgrade():
    letter = sa.Enum("x", "y", name="letter")
    op.create_table("t", sa.Column("a", letter), sa.Column("b", letter))

def downgrade():
    op.drop_table("t")
    op.execute("DROP TYPE letter")

# case: two tables of one enumeration
# only: postgresql
# runs: nowhere (made twice)
def upgrade():
    letter = sa.Enum("x", "y", name="letter")
    op.create_table("t", sa.Column("a", letter))
    op.create_table("u", sa.Column("a", letter))

def downgrade():
    op.drop_table("u")
    op.drop_table("t")

# case: one more value
# given: mood_type
# only: postgresql
def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'angry'")

def downgrade():
    pass

# case: another enumeration in place of the old one
# given: mood_type
# only: postgresql
old = sa.Enum("sad", "ok", "happy", name="mood")
new = sa.Enum("sad", "ok", "angry", name="mood")
between = sa.Enum("sad", "ok", "angry", "happy", name="_mood")

def upgrade():
    between.create(op.get_bind(), checkfirst=False)
    op.execute("ALTER TABLE person ALTER COLUMN feels TYPE _mood USING feels::text::_mood")
    old.drop(op.get_bind(), checkfirst=False)
    new.create(op.get_bind(), checkfirst=False)
    op.execute("ALTER TABLE person ALTER COLUMN feels TYPE mood USING feels::text::mood")
    between.drop(op.get_bind(), checkfirst=False)

def downgrade():
    between.create(op.get_bind(), checkfirst=False)
    op.execute("ALTER TABLE person ALTER COLUMN feels TYPE _mood USING feels::text::_mood")
    new.drop(op.get_bind(), checkfirst=False)
    old.create(op.get_bind(), checkfirst=False)
    op.execute("ALTER TABLE person ALTER COLUMN feels TYPE mood USING feels::text::mood")
    between.drop(op.get_bind(), checkfirst=False)

# case: an enumeration becomes text and comes back
# given: mood_type
# only: postgresql
def upgrade():
    op.alter_column("person", "feels", existing_type=postgresql.ENUM("sad", "ok", "happy", name="mood"), type_=sa.String(10), existing_nullable=True)

def downgrade():
    op.alter_column("person", "feels", existing_type=sa.String(10), type_=sa.Enum("sad", "ok", "happy", name="mood"), postgresql_using="feels::mood")

# case: an array of an enumeration
# given: mood_type
# only: postgresql
def upgrade():
    op.add_column("person", sa.Column("felt", postgresql.ARRAY(postgresql.ENUM("sad", "ok", "happy", name="mood", create_type=False))))

def downgrade():
    op.drop_column("person", "felt")

# case: a default of an enumeration
# only: postgresql
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.ENUM("x", "y", name="letter"), server_default=sa.text("'x'::letter"), nullable=False))

def downgrade():
    op.drop_table("t")
    postgresql.ENUM("x", "y", name="letter").drop(op.get_bind(), checkfirst=False)

# case: an enumeration for both products
def upgrade():
    kind = sa.Enum("a", "b", name="kind").with_variant(sa.String(3), "sqlite")
    op.create_table("t", sa.Column("a", kind))

def downgrade():
    op.drop_table("t")
    if op.get_bind().engine.name == "postgresql":
        op.execute("DROP TYPE kind")

# case: PostgreSQL's enumeration on SQLite
# only: sqlite
def upgrade():
    op.create_table("t", sa.Column("a", postgresql.ENUM("x", "yyy", name="letter")))

def downgrade():
    op.drop_table("t")

# case: one enumeration for several revisions
from sqlalchemy.dialects.postgresql import ENUM

letter = ENUM("x", "y", name="letter", create_type=False)

def upgrade():
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        letter.create(bind, checkfirst=False)
        op.create_table("t", sa.Column("a", letter, nullable=False))
    else:
        op.create_table("t", sa.Column("a", sa.String(1), nullable=False))

def downgrade():
    op.drop_table("t")
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        letter.drop(bind, checkfirst=False)

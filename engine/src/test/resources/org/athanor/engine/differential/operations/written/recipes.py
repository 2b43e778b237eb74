# case: recipe: an enumeration gains values through a batch
def setup():
    op.create_table("ticket", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("state", sa.Enum("open", "closed", name="state", native_enum=False)))
    op.execute("INSERT INTO ticket (id, state) VALUES (1, 'open')")

OLD = sa.Enum("open", "closed", name="state", native_enum=False)
NEW = sa.Enum("open", "closed", "reopened", name="state", native_enum=False)

def upgrade():
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.alter_column("state", type_=NEW, existing_type=OLD)

def downgrade():
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.alter_column("state", type_=OLD, existing_type=NEW)

# case: recipe: a native enumeration becomes text through a batch
def setup():
    op.create_table("ticket", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("state", sa.Enum("open", "closed", name="state")))
    op.execute("INSERT INTO ticket (id, state) VALUES (1, 'open')")

NATIVE = sa.Enum("open", "closed", name="state")
TEXT = sa.Enum("open", "closed", name="ck_state", native_enum=False, create_constraint=True)

def upgrade():
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.alter_column("state", type_=TEXT, existing_type=NATIVE)

def downgrade():
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.alter_column("state", type_=NATIVE, existing_type=TEXT, postgresql_using="state::state")

# case: recipe: a new column that is false
# given: account
# since: SQLAlchemy 2.0
# sqlite up: ALTER TABLE account ADD COLUMN is_admin BOOLEAN DEFAULT 0 NOT NULL;
def upgrade():
    op.add_column("account", sa.Column("is_admin", sa.Boolean(), nullable=False, server_default=sa.sql.false()))

def downgrade():
    op.drop_column("account", "is_admin")

# case: recipe: a type that is there already
# given: mood_type
# only: postgresql
def upgrade():
    op.create_table("diary", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("mood", postgresql.ENUM(name="mood", create_type=False), nullable=False))

def downgrade():
    op.drop_table("diary")

# case: recipe: a named check comes and goes
# given: account
# only: postgresql
def upgrade():
    op.create_check_constraint("ck_account_age_positive", "account", sa.column("age") > 0)

def downgrade():
    op.drop_constraint("ck_account_age_positive", "account", type_="check")

# case: recipe: a named check comes and goes through a batch
# given: account
def upgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.create_check_constraint("ck_account_age_positive", sa.column("age") > 0)

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_constraint("ck_account_age_positive", type_="check")

# case: recipe: reference data comes and goes
def upgrade():
    country = op.create_table("country", sa.Column("code", sa.String(2), primary_key=True), sa.Column("name", sa.String(60), nullable=False))
    op.bulk_insert(country, [{"code": "AT", "name": "Austria"}, {"code": "CI", "name": "Côte d'Ivoire"}])
    op.bulk_insert(country, [{"code": "JP", "name": "Japan"}])

def downgrade():
    country = sa.table("country", sa.column("code", sa.String))
    op.execute(country.delete().where(country.c.code.in_(["AT", "CI", "JP"])))
    op.drop_table("country")

# case: recipe: a value for an enumeration of PostgreSQL
# given: mood_type
# only: postgresql
def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE mood ADD VALUE 'proud'")

def downgrade():
    op.execute("ALTER TYPE mood RENAME TO mood_old")
    op.execute("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')")
    op.execute("ALTER TABLE person ALTER COLUMN feels TYPE mood USING feels::text::mood")
    op.execute("DROP TYPE mood_old")

# case: recipe: a split of one column into two
# given: account
def upgrade():
    op.add_column("account", sa.Column("given_name", sa.String(50), nullable=True))
    account = sa.table("account", sa.column("name", sa.String), sa.column("given_name", sa.String))
    op.execute(account.update().values(given_name=account.c.name))
    with op.batch_alter_table("account") as batch_op:
        batch_op.alter_column("given_name", existing_type=sa.String(50), nullable=False)

def downgrade():
    with op.batch_alter_table("account") as batch_op:
        batch_op.drop_column("given_name")

# case: recipe: a big index without standing in the way
# given: account
def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_account_email", "account", ["email"], postgresql_concurrently=True, unique=False)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_account_email", table_name="account", postgresql_concurrently=True)

# case: recipe: each product its own way
def upgrade():
    if op.get_bind().dialect.name == "postgresql":
        op.create_table("event", sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True), sa.Column("data", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False))
        op.create_index("ix_event_data", "event", ["data"], postgresql_using="gin")
    else:
        op.create_table("event", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("data", sa.JSON(), server_default="{}", nullable=False))

def downgrade():
    op.drop_table("event")

-- The store of one municipality. Money is whole cents. An empty cell is NULL, never 0 (docs/decisions/0004).
-- No triggers: remote migrations split their bodies wrongly. worker/store/commit.ts alone writes commit_log and row_version.

CREATE TABLE person (
  tid TEXT NOT NULL,
  oid TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (
    role IN ('gebiedscontroller', 'financien', 'concerncontroller', 'opdrachtgever', 'wethouder', 'beheer', 'griffie')
  ),
  PRIMARY KEY (tid, oid)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_grant (
  tid TEXT NOT NULL,
  oid TEXT NOT NULL,
  area_code TEXT NOT NULL,
  PRIMARY KEY (tid, oid, area_code),
  FOREIGN KEY (tid, oid) REFERENCES person (tid, oid)
) STRICT, WITHOUT ROWID;

-- The municipality's lists. `kind` is the Dutch name of the list; 'gemeente' and 'parameters' have one item each.
CREATE TABLE reference_item (
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  item_version INTEGER NOT NULL CHECK (item_version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_change (
  change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  item_version INTEGER NOT NULL,
  body TEXT NOT NULL,
  actor TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (kind, code, item_version)
) STRICT;

CREATE TABLE budget (
  budget_id INTEGER PRIMARY KEY,
  area_code TEXT NOT NULL,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2017 AND 2099),
  version TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'concept' CHECK (
    state IN ('concept', 'ingediend', 'teruggegeven', 'goedgekeurd', 'vastgesteld', 'ingetrokken')
  ),
  UNIQUE (area_code, budget_year, version)
) STRICT;
CREATE INDEX budget_by_year ON budget (budget_year, version);

-- Every push that was decided, also one that had nothing to write: a late second copy of it must not write either.
CREATE TABLE push_receipt (
  push_id TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each push that wrote: commit number of the store and the area's audit chain.
CREATE TABLE commit_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  area_code TEXT NOT NULL,
  area_seq INTEGER NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  push_id TEXT NOT NULL UNIQUE,
  workbook_id TEXT NOT NULL,
  actor_tid TEXT NOT NULL,
  actor_oid TEXT NOT NULL,
  reason TEXT,
  at_ms INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (area_code, area_seq)
) STRICT;

-- Every version of every row, for merging, history and as-of reports. Its key is the compare-and-set on a row.
CREATE TABLE row_version (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL CHECK (rev >= 1),
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (budget_id, row_id, rev)
) STRICT, WITHOUT ROWID;

CREATE TABLE line (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  area_code TEXT,
  line_number TEXT NOT NULL,
  programme_code TEXT,
  goal_code TEXT,
  plan_action_number TEXT,
  description TEXT,
  domain TEXT,
  policy_field TEXT,
  track TEXT,
  phase TEXT,
  line_type TEXT,
  side TEXT,
  nature TEXT,
  taakveld_code TEXT,
  category_code TEXT,
  cost_centre_code TEXT,
  cost_type_code TEXT,
  credit_cents INTEGER CHECK (credit_cents IS NULL OR (typeof(credit_cents) = 'integer' AND abs(credit_cents) <= 999999999999)),
  amount0 INTEGER CHECK (amount0 IS NULL OR (typeof(amount0) = 'integer' AND abs(amount0) <= 999999999999)),
  amount1 INTEGER CHECK (amount1 IS NULL OR (typeof(amount1) = 'integer' AND abs(amount1) <= 999999999999)),
  amount2 INTEGER CHECK (amount2 IS NULL OR (typeof(amount2) = 'integer' AND abs(amount2) <= 999999999999)),
  amount3 INTEGER CHECK (amount3 IS NULL OR (typeof(amount3) = 'integer' AND abs(amount3) <= 999999999999)),
  source_code TEXT,
  component TEXT,
  counterpart_area_code TEXT,
  allocation_key_code TEXT,
  vat_treatment TEXT,
  basis TEXT,
  note TEXT,
  decision_number TEXT,
  changes_number TEXT,
  index_ TEXT,
  from_ TEXT,
  to_ TEXT,
  tags TEXT,
  PRIMARY KEY (budget_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX line_number ON line (budget_id, line_number) WHERE deleted = 0;

CREATE TABLE hours_line (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  line_number TEXT NOT NULL,
  budget_line_number TEXT,
  role TEXT,
  person TEXT,
  year INTEGER,
  hours INTEGER CHECK (hours IS NULL OR (typeof(hours) = 'integer' AND hours BETWEEN 0 AND 999999999999)),
  rate_cents INTEGER CHECK (rate_cents IS NULL OR (typeof(rate_cents) = 'integer' AND abs(rate_cents) <= 999999999999)),
  amount_cents INTEGER CHECK (amount_cents IS NULL OR (typeof(amount_cents) = 'integer' AND abs(amount_cents) <= 999999999999)),
  source_code TEXT,
  from_ TEXT,
  to_ TEXT,
  PRIMARY KEY (budget_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX hours_line_number ON hours_line (budget_id, line_number) WHERE deleted = 0;

CREATE TABLE coverage (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  line_number TEXT NOT NULL,
  budget_line_number TEXT,
  year INTEGER,
  source_code TEXT,
  component TEXT,
  amount_cents INTEGER CHECK (amount_cents IS NULL OR (typeof(amount_cents) = 'integer' AND abs(amount_cents) <= 999999999999)),
  PRIMARY KEY (budget_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX coverage_number ON coverage (budget_id, line_number) WHERE deleted = 0;

CREATE TABLE decision (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  line_number TEXT NOT NULL,
  decision_number TEXT,
  date TEXT,
  body TEXT,
  description TEXT,
  source_code TEXT,
  amount_cents INTEGER CHECK (amount_cents IS NULL OR (typeof(amount_cents) = 'integer' AND abs(amount_cents) <= 999999999999)),
  hours INTEGER CHECK (hours IS NULL OR (typeof(hours) = 'integer' AND hours BETWEEN 0 AND 999999999999)),
  roles TEXT,
  amends_budget TEXT,
  is_new_policy TEXT,
  is_neutral TEXT,
  council_route TEXT,
  is_public TEXT,
  carries_over_to INTEGER,
  outcome TEXT,
  decided_cents INTEGER CHECK (decided_cents IS NULL OR (typeof(decided_cents) = 'integer' AND abs(decided_cents) <= 999999999999)),
  PRIMARY KEY (budget_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX decision_number ON decision (budget_id, line_number) WHERE deleted = 0;

CREATE TABLE plan_action (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  row_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  hash TEXT NOT NULL,
  line_number TEXT NOT NULL,
  instrument TEXT,
  title TEXT,
  goal_code TEXT,
  domain TEXT,
  owner TEXT,
  from_ TEXT,
  to_ TEXT,
  status TEXT,
  PRIMARY KEY (budget_id, row_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX plan_action_number ON plan_action (budget_id, line_number) WHERE deleted = 0;

-- Kept sums (docs/decisions/0002). Empty codes are ''. One budget's sum stays below 2^53 cents, so that JSON numbers hold it.
CREATE TABLE total (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  programme_code TEXT NOT NULL,
  goal_code TEXT NOT NULL,
  domain TEXT NOT NULL,
  taakveld_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  side TEXT NOT NULL,
  nature TEXT NOT NULL,
  -- The budget's year and the three after it: what the lines add up to, and how many lines have an amount.
  cents0 INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(cents0) = 'integer' AND abs(cents0) <= 9007199254740991),
  lines0 INTEGER NOT NULL,
  cents1 INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(cents1) = 'integer' AND abs(cents1) <= 9007199254740991),
  lines1 INTEGER NOT NULL,
  cents2 INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(cents2) = 'integer' AND abs(cents2) <= 9007199254740991),
  lines2 INTEGER NOT NULL,
  cents3 INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(cents3) = 'integer' AND abs(cents3) <= 9007199254740991),
  lines3 INTEGER NOT NULL,
  PRIMARY KEY (budget_id, programme_code, goal_code, domain, taakveld_code, category_code, side, nature)
) STRICT, WITHOUT ROWID;

CREATE TABLE draw (
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  year INTEGER NOT NULL,
  source_code TEXT NOT NULL,
  component TEXT NOT NULL,
  cents INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(cents) = 'integer' AND abs(cents) <= 9007199254740991),
  PRIMARY KEY (budget_id, year, source_code, component)
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_by_source ON draw (source_code);

-- Inserting anything but NULL violates a named CHECK, which aborts the whole commit and says why.
CREATE TABLE guard (
  state TEXT CONSTRAINT gb_state CHECK (state IS NULL),
  no_grant INTEGER CONSTRAINT gb_grant CHECK (no_grant IS NULL)
) STRICT;

-- What rules over areas judge (docs/decisions/0019). Parts are sums by which budgets take part in a subject, kept by
-- worker/store/commit.ts like totals; findings follow them after each commit.

CREATE TABLE subject_part (
  budget_year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  -- JSON arrays of texts and numbers.
  key TEXT NOT NULL,
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  part TEXT NOT NULL,
  -- Rows that are in it, and what they come to: cents, or hundredths of an hour.
  count INTEGER NOT NULL,
  value INTEGER NOT NULL CONSTRAINT gb_sum CHECK (typeof(value) = 'integer' AND abs(value) <= 9007199254740991),
  PRIMARY KEY (budget_year, kind, key, budget_id, part)
) STRICT, WITHOUT ROWID;

-- Subjects that changed and were not judged since, as JSON pairs of kind and key. `version` is that of the budget that changed.
CREATE TABLE subject_due (
  due_id INTEGER PRIMARY KEY AUTOINCREMENT,
  budget_year INTEGER NOT NULL,
  version TEXT NOT NULL,
  subjects TEXT NOT NULL CHECK (json_valid(subjects)),
  -- The commit that changed them; NULL: a list or a state did.
  seq INTEGER
) STRICT;

-- One row for each area that a finding concerns. `version` is one that is consolidated, so never a single amendment.
CREATE TABLE cross_finding (
  finding_id INTEGER PRIMARY KEY,
  budget_year INTEGER NOT NULL,
  version TEXT NOT NULL,
  area_code TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  rule TEXT NOT NULL,
  -- JSON: the finding with all its areas.
  finding TEXT NOT NULL CHECK (json_valid(finding))
) STRICT;
CREATE INDEX cross_finding_by_subject ON cross_finding (budget_year, kind, key);
CREATE INDEX cross_finding_by_area ON cross_finding (budget_year, version, area_code);

-- Areas whose findings changed by a commit, for who follows changes.
CREATE TABLE finding_change (
  seq INTEGER NOT NULL,
  area_code TEXT NOT NULL,
  PRIMARY KEY (seq, area_code)
) STRICT, WITHOUT ROWID;

-- Somebody else judged what was due while this was judged.
ALTER TABLE guard ADD COLUMN judged INTEGER CONSTRAINT gb_judged CHECK (judged IS NULL);

-- The life of a budget: reserves, contracts and experiments of a line, and the state that a decision can leave a budget in.

ALTER TABLE line ADD COLUMN reserve_code TEXT;
ALTER TABLE line ADD COLUMN contract_number TEXT;
ALTER TABLE line ADD COLUMN experiment TEXT;

-- SQLite cannot change a CHECK, so the table is made anew; what refers to it finds the same ids under the same name.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE budget_anew (
  budget_id INTEGER PRIMARY KEY,
  area_code TEXT NOT NULL,
  budget_year INTEGER NOT NULL CHECK (budget_year BETWEEN 2017 AND 2099),
  version TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'concept' CHECK (
    state IN ('concept', 'ingediend', 'teruggegeven', 'goedgekeurd', 'vastgesteld', 'aangehouden')
  ),
  UNIQUE (area_code, budget_year, version)
) STRICT;
INSERT INTO budget_anew (budget_id, area_code, budget_year, version, state)
  SELECT budget_id, area_code, budget_year, version, iif(state = 'ingetrokken', 'concept', state) FROM budget;
DROP TABLE budget;
ALTER TABLE budget_anew RENAME TO budget;
CREATE INDEX budget_by_year ON budget (budget_year, version);

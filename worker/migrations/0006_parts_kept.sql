-- Whether subject_part has what the rows of a budget are (0003). 0: rows came before it was kept, by migration or by an older
-- server. worker/store/keep-parts.ts then makes the parts from the rows.
ALTER TABLE budget ADD COLUMN parts_kept INTEGER NOT NULL DEFAULT 0 CHECK (parts_kept IN (0, 1));
CREATE INDEX budget_without_parts ON budget (budget_id) WHERE parts_kept = 0;

-- Somebody else kept the parts of the budget, or wrote to it, while they were made.
ALTER TABLE guard ADD COLUMN parts_moved INTEGER CONSTRAINT gb_parts CHECK (parts_moved IS NULL);

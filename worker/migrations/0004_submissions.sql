-- What happened to budgets beside their rows: submissions, transitions, sign-offs, waivers and their withdrawals. Only added
-- to, by worker/store/append-event.ts. Each is a commit of the area without rows, so it stands in the area's chain, moves its
-- head and is told to panes (docs/decisions/0021). Who and when stand in that commit.
CREATE TABLE life_event (
  event_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE REFERENCES commit_log (seq),
  budget_id INTEGER NOT NULL REFERENCES budget (budget_id),
  kind TEXT NOT NULL CHECK (kind IN ('indiening', 'overgang', 'paraaf', 'ontheffing', 'intrekking')),
  -- The submission that a transition or sign-off is about, the waiver that is withdrawn.
  about TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
CREATE INDEX life_event_by_budget ON life_event (budget_id, seq);

-- Named conditions of a transition, beside those of a push.
ALTER TABLE guard ADD COLUMN other_state TEXT CONSTRAINT gb_other_state CHECK (other_state IS NULL);
ALTER TABLE guard ADD COLUMN same_person INTEGER CONSTRAINT gb_four_eyes CHECK (same_person IS NULL);
ALTER TABLE guard ADD COLUMN store_moved INTEGER CONSTRAINT gb_store CHECK (store_moved IS NULL);

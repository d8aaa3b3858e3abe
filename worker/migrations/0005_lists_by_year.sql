-- Codes come back in other years for something else, so an item of a list is named by its code and its first year.
-- 0: the list has no years (the municipality itself). '-': the list has one item without a code.

CREATE TABLE reference_item_anew (
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  first_year INTEGER NOT NULL,
  item_version INTEGER NOT NULL CHECK (item_version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, code, first_year)
) STRICT, WITHOUT ROWID;
INSERT INTO reference_item_anew (kind, code, first_year, item_version, body)
  SELECT kind, iif(code = '', '-', code),
    coalesce(body ->> '$.validFrom', body ->> '$.year', CAST(substr(body ->> '$.from', 1, 4) AS INTEGER),
      iif(kind = 'parameters', 2000, 0)),
    item_version, iif(kind = 'parameters', json_set(body, '$.validFrom', 2000, '$.validTo', 2100), body)
  FROM reference_item;
DROP TABLE reference_item;
ALTER TABLE reference_item_anew RENAME TO reference_item;

-- Every change of every item. Its numbers are given by the one who writes: who saw older lists takes a number that is taken.
CREATE TABLE reference_change_anew (
  change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  first_year INTEGER NOT NULL,
  item_version INTEGER NOT NULL,
  body TEXT NOT NULL,
  actor TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (kind, code, first_year, item_version)
) STRICT;
INSERT INTO reference_change_anew (change_id, kind, code, first_year, item_version, body, actor, at_ms)
  SELECT change_id, kind, iif(code = '', '-', code),
    coalesce(body ->> '$.validFrom', body ->> '$.year', CAST(substr(body ->> '$.from', 1, 4) AS INTEGER),
      iif(kind = 'parameters', 2000, 0)),
    item_version, iif(kind = 'parameters', json_set(body, '$.validFrom', 2000, '$.validTo', 2100), body), actor, at_ms
  FROM reference_change;
DROP TABLE reference_change;
ALTER TABLE reference_change_anew RENAME TO reference_change;

-- Who may do what is changed by administration. Names stand here and in person, and nowhere else.
CREATE TABLE person_change (
  change_id INTEGER PRIMARY KEY AUTOINCREMENT,
  tid TEXT NOT NULL,
  oid TEXT NOT NULL,
  -- NULL: the person was new.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  actor TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX person_change_by_person ON person_change (tid, oid);

-- A municipality that nobody administers could not be helped any more.
ALTER TABLE guard ADD COLUMN no_administrator INTEGER CONSTRAINT gb_administrator CHECK (no_administrator IS NULL);

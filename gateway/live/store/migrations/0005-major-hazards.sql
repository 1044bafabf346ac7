-- Major hidden dangers and the monthly surveys for them: chained like the ledger of hidden hazards (0004-ledger.sql).
CREATE TABLE major_version (
  mine text NOT NULL,
  number int NOT NULL CHECK (number >= 1),
  hazard text NOT NULL,                      -- what it is a version of: hazard:ID or survey:YYYY-MM
  written_at bigint NOT NULL,
  written_by text NOT NULL,
  writer_name text NOT NULL,
  reason text NOT NULL,
  content text NOT NULL,                     -- domain/contracts/major-hazard.ts, canonical JSON
  hash text NOT NULL,
  PRIMARY KEY (mine, number)
);
CREATE INDEX major_version_by_hazard ON major_version (mine, hazard, number, written_at);
SELECT only_added_to('major_version');
CREATE TRIGGER head_kept AFTER INSERT ON major_version FOR EACH ROW EXECUTE FUNCTION keep_head();
SELECT guard_by_mine('major_version', 'SELECT, INSERT');

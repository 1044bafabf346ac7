-- The deadline that a version gives, empty where it gives none, so that how often one was moved is read without reading what the versions say. It is made of what the
-- version's hash is of, and cannot say something else. In canonical JSON this stands where the deadline is and nowhere else: within a text
-- a quotation mark is escaped, and before the key stands another.
ALTER TABLE hazard_version ADD COLUMN deadline text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE WHEN strpos(content, ',"deadline":"') > 0 THEN substr(content, strpos(content, ',"deadline":"') + 13, 10) ELSE '' END) STORED;
ALTER TABLE major_version ADD COLUMN deadline text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
  CASE WHEN strpos(content, ',"deadline":"') > 0 THEN substr(content, strpos(content, ',"deadline":"') + 13, 10) ELSE '' END) STORED;
DROP INDEX hazard_version_by_hazard;
CREATE INDEX hazard_version_by_hazard ON hazard_version (mine, hazard, number, written_at) INCLUDE (deadline);
DROP INDEX major_version_by_hazard;
CREATE INDEX major_version_by_hazard ON major_version (mine, hazard, number, written_at) INCLUDE (deadline);

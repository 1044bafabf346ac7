-- The regional treatment plan: what officials add to its chapters, and the versions they froze. Rows are only ever added, by the
-- gateway's own role too; the bytes of a version lie under their hashes.

CREATE TABLE regional_plan_text (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  county text NOT NULL,
  year int NOT NULL,
  chapter text NOT NULL,
  text text NOT NULL,                 -- '': taken away again
  by_account text NOT NULL,
  writer_name text NOT NULL,          -- as it was then
  at bigint NOT NULL                  -- ms since 1970 UTC; never twice within a chapter
);
CREATE UNIQUE INDEX regional_plan_text_once ON regional_plan_text (county, year, chapter, at);

CREATE TABLE regional_plan_version (
  id text PRIMARY KEY,
  county text NOT NULL,
  year int NOT NULL,
  number int NOT NULL CHECK (number >= 1),   -- 1, 2, 3 … within the year
  on_day text NOT NULL,                      -- yyyy-mm-dd
  note text NOT NULL,
  frozen_at bigint NOT NULL,
  by_account text NOT NULL,
  writer_name text NOT NULL,
  provenance text NOT NULL,
  pins text NOT NULL,                        -- JSON: what it was made from
  objects int NOT NULL,
  gaps int NOT NULL,
  UNIQUE (county, year, number)
);

CREATE TABLE regional_plan_file (
  version text NOT NULL REFERENCES regional_plan_version,
  county text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('content', 'pdf', 'docx')),
  language text NOT NULL CHECK (language IN ('', 'zh', 'en')),
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (version, kind, language)
);

CREATE FUNCTION refuse_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

-- The counties that the account named by hyalite.account sees as a whole: as domain/accounts/may.ts says, told again.
CREATE FUNCTION seen_counties() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT DISTINCT p.county FROM account a JOIN mine_place p
    ON (a.role = 'administrator' AND NOT a.is_demo) OR p.county = a.county
  WHERE a.id = current_setting('hyalite.account', true) AND a.disabled_at IS NULL AND p.county IS NOT NULL
$$;
REVOKE ALL ON FUNCTION seen_counties() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seen_counties() TO hyalite_viewer;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['regional_plan_text', 'regional_plan_version', 'regional_plan_file'] LOOP
    EXECUTE format('CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_plan_change()', kept);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_plan_change()', kept);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY of_seen_counties ON %I TO hyalite_viewer USING (county IN (SELECT seen_counties()))', kept);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO hyalite_viewer', kept);
  END LOOP;
END $$;

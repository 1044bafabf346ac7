-- The register of as-built plans. What a signed scan holds lies in the state folder under its hash.
CREATE TABLE as_built_plan (
  id uuid PRIMARY KEY,
  mine int NOT NULL REFERENCES mine,
  title text NOT NULL,
  survey_date text,                   -- yyyy-mm-dd; null: not known
  revision text NOT NULL,             -- of the bundle it was drawn from
  made_at bigint NOT NULL,
  made_by text NOT NULL,
  features bytea NOT NULL,            -- what was in the mine then: gzip of JSON (domain/contracts/plans.ts)
  scan_sha256 text,
  scan_type text,
  scan_bytes bigint,
  scan_by text,
  scan_at bigint
);
CREATE INDEX as_built_plan_by_mine ON as_built_plan (mine, made_at);

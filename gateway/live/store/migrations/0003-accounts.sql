-- Who may sign in, what they see, and who changed it. Passwords, sessions and links are kept as hashes only. Times are
-- whole milliseconds since 1970 UTC.

CREATE TABLE account (
  id text PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN
    ('administrator', 'county-official', 'commander', 'dispatcher', 'mine-engineer', 'viewer')),
  county text,                        -- every mine of this county; null: only mines
  mines text[] NOT NULL DEFAULT '{}', -- besides those of county
  is_demo boolean NOT NULL DEFAULT false,
  password text,                      -- argon2id in PHC form; null: none chosen yet, or it signs in elsewhere
  subject text UNIQUE,                -- of OIDC: issuer and subject
  made_at bigint NOT NULL,
  disabled_at bigint
);

CREATE TABLE account_session (
  token_sha256 bytea PRIMARY KEY,
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX account_session_of ON account_session (account);

-- To choose a password with, once.
CREATE TABLE one_time_link (
  token_sha256 bytea PRIMARY KEY,
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  expires_at bigint NOT NULL
);

-- What was done with accounts; only ever added to.
CREATE TABLE account_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  by_account text,                    -- null: the gateway itself
  account text NOT NULL,
  what text NOT NULL,
  detail json NOT NULL
);

-- Which county lists a mine. Written by the gateway from the counties' registers and the mines' own files.
CREATE TABLE mine_place (
  mine text PRIMARY KEY,
  county text
);
CREATE INDEX mine_place_of ON mine_place (county);

-- Requests of viewers read as this role, for which the policies below hold. The gateway's own work is done by the owner.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hyalite_viewer') THEN
    CREATE ROLE hyalite_viewer NOLOGIN NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT hyalite_viewer TO %I', current_user);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO hyalite_viewer', current_schema());
END $$;

-- The mines that the account named by hyalite.account sees: as domain/accounts/may.ts says, told again from the tables.
CREATE FUNCTION seen_mines() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT p.mine FROM account a JOIN mine_place p
    ON (a.role = 'administrator' AND NOT a.is_demo) OR p.mine = ANY (a.mines) OR p.county = a.county
  WHERE a.id = current_setting('hyalite.account', true) AND a.disabled_at IS NULL
$$;
REVOKE ALL ON FUNCTION seen_mines() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seen_mines() TO hyalite_viewer;

-- For a table with a column "mine" (text: the mine's id; int: mine.id): viewers get these rights, of mines they see only.
-- Every later migration that adds such a table calls it: SELECT guard_by_mine('hazard_version', 'SELECT, INSERT');
CREATE FUNCTION guard_by_mine(guarded regclass, rights text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  by_name boolean := EXISTS (SELECT FROM pg_attribute
    WHERE attrelid = guarded AND attname = 'mine' AND atttypid = 'text'::regtype);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY of_seen_mines ON %s TO hyalite_viewer USING (mine IN (%s))', guarded,
    CASE WHEN by_name THEN 'SELECT seen_mines()' ELSE 'SELECT id FROM mine' END);
  EXECUTE format('GRANT %s ON %s TO hyalite_viewer', rights, guarded);
END $$;

ALTER TABLE mine ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen_mines ON mine TO hyalite_viewer USING (name IN (SELECT seen_mines()));
GRANT SELECT ON mine TO hyalite_viewer;
SELECT guard_by_mine('gateway', 'SELECT');
SELECT guard_by_mine('tag', 'SELECT');
SELECT guard_by_mine('series', 'SELECT');
SELECT guard_by_mine('position_frame', 'SELECT');
SELECT guard_by_mine('picture', 'SELECT');
SELECT guard_by_mine('archive_hour', 'SELECT');
SELECT guard_by_mine('alarm', 'SELECT');
SELECT guard_by_mine('reject', 'SELECT');
SELECT guard_by_mine('incident_hold', 'SELECT, INSERT, UPDATE');
SELECT guard_by_mine('as_built_plan', 'SELECT, INSERT, UPDATE');
ALTER TABLE reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_seen_mines ON reading TO hyalite_viewer USING (series IN (SELECT id FROM series));
GRANT SELECT ON reading TO hyalite_viewer;

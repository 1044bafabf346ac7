-- The ledger of hidden hazards. Versions are added and never changed or taken away, not by the gateway's own role either;
-- of every version the county keeps the hash, in a table that only the county's role adds to.

CREATE TABLE hazard_version (
  mine text NOT NULL,
  number int NOT NULL CHECK (number >= 1),   -- 1, 2, 3 … within the mine
  hazard text NOT NULL,
  written_at bigint NOT NULL,                -- ms since 1970 UTC; never falls within a mine
  written_by text NOT NULL,                  -- account
  writer_name text NOT NULL,                 -- as it was then
  reason text NOT NULL,
  content text NOT NULL,                     -- the hazard, canonical JSON (domain/hazards/ledger-chain.ts): what the hash is of
  hash text NOT NULL,
  PRIMARY KEY (mine, number)
);
CREATE INDEX hazard_version_by_hazard ON hazard_version (mine, hazard, number, written_at);

-- What files a mine handed in; the files lie in the state folder under their hashes.
CREATE TABLE ledger_attachment (
  mine text NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  bytes bigint NOT NULL,
  by_account text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (mine, sha256)
);

-- The hash after each version, as the county keeps it.
CREATE TABLE ledger_head (
  mine text NOT NULL,
  ledger text NOT NULL,                      -- name of the table of versions
  number int NOT NULL,
  hash text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (mine, ledger, number)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

-- For a table of versions with mine, number, hash and written_at: what is in it stays, and the county keeps each hash.
CREATE FUNCTION keep_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO ledger_head (mine, ledger, number, hash, at)
  VALUES (NEW.mine, TG_TABLE_NAME, NEW.number, NEW.hash, NEW.written_at);
  RETURN NULL;
END $$;

CREATE FUNCTION only_added_to(kept regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
  EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
END $$;

SELECT only_added_to('hazard_version');
SELECT only_added_to('ledger_attachment');
SELECT only_added_to('ledger_head');
CREATE TRIGGER head_kept AFTER INSERT ON hazard_version FOR EACH ROW EXECUTE FUNCTION keep_head();

SELECT guard_by_mine('hazard_version', 'SELECT, INSERT');
SELECT guard_by_mine('ledger_attachment', 'SELECT, INSERT');
SELECT guard_by_mine('ledger_head', 'SELECT');

-- The county's role: the only one besides the owner that adds heads, and it does nothing else.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hyalite_county') THEN
    CREATE ROLE hyalite_county NOLOGIN NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT hyalite_county TO %I', current_user);
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO hyalite_county', current_schema());
  ALTER FUNCTION keep_head() OWNER TO hyalite_county;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM hyalite_county', current_schema());
END $$;
GRANT INSERT ON ledger_head TO hyalite_county;
CREATE POLICY kept_by_county ON ledger_head FOR INSERT TO hyalite_county WITH CHECK (true);

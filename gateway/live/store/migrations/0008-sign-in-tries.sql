-- How often a password was tried, so that a restart of the gateway gives nobody new tries. No grant: only the gateway's own role
-- reads or writes it. Whose tries they are is kept as a hash: what people mistype as their account is often their password.

CREATE TABLE sign_in_try (
  of_sha256 bytea PRIMARY KEY,   -- SHA-256 of 'address …', 'account …' or 'account … at …'
  since bigint NOT NULL,         -- ms since 1970 UTC: the first try of its window
  tries int NOT NULL CHECK (tries >= 1)
);
CREATE INDEX sign_in_try_since ON sign_in_try (since);

-- From where an account was signed in with its password: there a stranger's tries do not lock it out.
CREATE TABLE sign_in_place (
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  address_sha256 bytea NOT NULL,
  last_at bigint NOT NULL,       -- ms since 1970 UTC
  PRIMARY KEY (account, address_sha256)
);

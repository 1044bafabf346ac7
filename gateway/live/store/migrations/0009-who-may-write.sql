-- What a role may do is held by the database as well: whatever code came before it, a row that the account's role may not write,
-- or that names somebody else as its writer, is refused.

-- As domain/accounts/may.ts says; a test compares them. Only the gateway's own role reads or writes it.
CREATE TABLE role_right (
  role text NOT NULL,
  action text NOT NULL,
  PRIMARY KEY (role, action)
);
INSERT INTO role_right VALUES
  ('administrator', 'manage-accounts'),
  ('county-official', 'accept-hazard'),
  ('county-official', 'close-hazard'),
  ('county-official', 'list-major-hazard'),
  ('county-official', 'import-ledger'),
  ('county-official', 'write-regional-plan'),
  ('county-official', 'freeze-regional-plan'),
  ('commander', 'acknowledge-alarm'),
  ('commander', 'hold-history'),
  ('dispatcher', 'acknowledge-alarm'),
  ('dispatcher', 'hold-history'),
  ('mine-engineer', 'register-plan'),
  ('mine-engineer', 'write-hazard'),
  ('mine-engineer', 'import-ledger');

-- Whether the account named by hyalite.account has one of the actions.
CREATE FUNCTION may_now(VARIADIC actions text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT FROM account a JOIN role_right r USING (role)
    WHERE a.id = current_setting('hyalite.account', true) AND a.disabled_at IS NULL AND r.action = ANY (actions))
$$;
REVOKE ALL ON FUNCTION may_now(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_now(text[]) TO hyalite_viewer;

-- Besides the policies of scope, which stay as they are.
CREATE POLICY by_right ON hazard_version AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('write-hazard', 'accept-hazard', 'close-hazard', 'import-ledger')
  AND written_by = current_setting('hyalite.account', true));
CREATE POLICY by_right ON major_version AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('write-hazard', 'accept-hazard', 'close-hazard', 'list-major-hazard')
  AND written_by = current_setting('hyalite.account', true));
CREATE POLICY by_right ON ledger_attachment AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('write-hazard') AND by_account = current_setting('hyalite.account', true));
CREATE POLICY by_right ON incident_hold AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (may_now('hold-history'));
CREATE POLICY by_right_too ON incident_hold AS RESTRICTIVE FOR UPDATE TO hyalite_viewer USING (may_now('hold-history'));
CREATE POLICY by_right ON as_built_plan AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (may_now('register-plan'));
CREATE POLICY by_right_too ON as_built_plan AS RESTRICTIVE FOR UPDATE TO hyalite_viewer USING (may_now('register-plan'));
CREATE POLICY by_right ON regional_plan_text AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('write-regional-plan') AND by_account = current_setting('hyalite.account', true));
CREATE POLICY by_right ON regional_plan_version AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('freeze-regional-plan') AND by_account = current_setting('hyalite.account', true));
CREATE POLICY by_right ON regional_plan_file AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('freeze-regional-plan'));

-- What was done with accounts is only ever added to, as its table says.
SELECT only_added_to('account_event');

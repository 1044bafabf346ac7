-- Whoever closes a major hazard hands in the report of the check, and that is the county.
INSERT INTO role_right VALUES
  ('county-official', 'attach-file'),
  ('mine-engineer', 'attach-file');
DROP POLICY by_right ON ledger_attachment;
CREATE POLICY by_right ON ledger_attachment AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('attach-file') AND by_account = current_setting('hyalite.account', true));

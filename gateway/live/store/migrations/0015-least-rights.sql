-- Functions that run with the owner's rights look for tables in our schema and in no session's own temporary one.
DO $$
DECLARE one regprocedure;
BEGIN
  FOR one IN SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', one, current_schema());
  END LOOP;
END $$;

-- Of a plan nothing changes but that its scan comes; of a hold nothing but that it is let go.
REVOKE UPDATE ON as_built_plan, incident_hold FROM hyalite_viewer;
GRANT UPDATE (scan_sha256, scan_type, scan_bytes, scan_by, scan_at) ON as_built_plan TO hyalite_viewer;
GRANT UPDATE (released_at, released_by) ON incident_hold TO hyalite_viewer;

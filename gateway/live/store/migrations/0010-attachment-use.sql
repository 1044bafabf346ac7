-- How many bytes of attachments a mine handed in, and all mines of its county together: nothing but sums, and only for who sees the mine.
CREATE FUNCTION attachment_use(of_mine text) RETURNS TABLE (mine_bytes bigint, county_bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce(sum(a.bytes) FILTER (WHERE a.mine = of_mine), 0)::bigint, coalesce(sum(a.bytes), 0)::bigint
  FROM ledger_attachment a
  WHERE of_mine IN (SELECT seen_mines())
    AND (a.mine = of_mine OR a.mine IN (
      SELECT other.mine FROM mine_place here JOIN mine_place other USING (county) WHERE here.mine = of_mine))
$$;
REVOKE ALL ON FUNCTION attachment_use(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION attachment_use(text) TO hyalite_viewer;

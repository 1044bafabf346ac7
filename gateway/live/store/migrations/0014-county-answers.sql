-- What was done about a mine found producing with major hazards too often is the county's to write, and nobody else's: the database holds it too.
CREATE POLICY answered_by_county ON major_version AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  hazard NOT LIKE 'answer:%' OR may_now('list-major-hazard'));

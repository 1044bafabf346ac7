-- Tags that were handed back, or that nobody wears any more: who said so, when and why. What is heard of a tag later stands for
-- itself again. Only ever added to.
CREATE TABLE tag_return (
  mine int NOT NULL REFERENCES mine,
  tag text NOT NULL,
  at bigint NOT NULL,
  by_account text NOT NULL,
  by_name text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (mine, tag, at)
);
SELECT guard_by_mine('tag_return', 'SELECT, INSERT');
CREATE POLICY by_right ON tag_return AS RESTRICTIVE FOR INSERT TO hyalite_viewer WITH CHECK (
  may_now('acknowledge-alarm') AND by_account = current_setting('hyalite.account', true));

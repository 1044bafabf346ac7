-- A gateway with a dead battery is decades off: int4 ends at 24.8 days of milliseconds. Where it does, all of the row stand
-- here; a column of its own, since another type would write every row of the table anew before the gateway starts.
ALTER TABLE position_frame ADD COLUMN skew_long bigint[];

-- By the gateway's own clock, ms: a copy cannot be of later than the newest that was stored of its boot. Null: stored before
-- this column was.
ALTER TABLE seen_message ADD COLUMN newest_at bigint;

-- Made-up readings stay marked, as positions are: bit 7 of position_frame.state and picture.state (last-places.ts).
ALTER TABLE reading ADD COLUMN synthetic boolean NOT NULL DEFAULT false;

-- Null: the file was thrown away for its age, while an older one is still held. Without the row, everyone of that hour would
-- be shown where they were before it.
ALTER TABLE archive_hour ALTER COLUMN file DROP NOT NULL;
-- Why the file could not be read when it was to be written anew; it is left as it is until a person looks.
ALTER TABLE archive_hour ADD COLUMN broken text;

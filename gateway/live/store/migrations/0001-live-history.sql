-- What a mine sent, for good or until it moves to the archive. Times are whole milliseconds since 1970 UTC by the
-- gateway server's clock unless named otherwise; positions are centimetres in the mine's ENU frame.

CREATE TABLE mine (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  -- Of the newest row in picture; what is stored after it with an earlier time is not in it (position_frame.lacking).
  newest_picture bigint,
  -- Positions before this moment are in archive files (whole hours).
  archived_to bigint
);

CREATE TABLE gateway (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mine int NOT NULL REFERENCES mine,
  name text NOT NULL,
  UNIQUE (mine, name)
);

CREATE TABLE tag (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mine int NOT NULL REFERENCES mine,
  name text NOT NULL,
  UNIQUE (mine, name)
);

-- One metric of one device.
CREATE TABLE series (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mine int NOT NULL REFERENCES mine,
  device text NOT NULL,
  metric text NOT NULL,
  UNIQUE (mine, device, metric)
);

-- Which messages are stored; written in the transaction that stores them.
CREATE TABLE seen_message (
  gateway int NOT NULL REFERENCES gateway,
  boot text NOT NULL,
  seqs int8multirange NOT NULL,
  PRIMARY KEY (gateway, boot)
);

-- The positions of one mine and one second of corrected device time that were committed together. Row i of the packed
-- columns is tag[i]; packed numbers are little-endian.
CREATE TABLE position_frame (
  mine int NOT NULL REFERENCES mine,
  second bigint NOT NULL,             -- since 1970
  part int NOT NULL,                  -- 0, 1, … for later commits of the same second
  tag int[] NOT NULL,
  place bytea NOT NULL,               -- 3 int32 a row: east, north, up, cm
  heading bytea NOT NULL,             -- 1 byte a row: 256 a full turn, clockwise from north
  state bytea NOT NULL,               -- 1 byte a row: SOS, HEADING_KNOWN, HEIGHT_GUESSED (domain/contracts/live/entity.ts)
  offset_ms bytea NOT NULL,           -- int16 a row: ms after the second
  -- The messages in it, one after the other:
  gateway int[] NOT NULL,
  tags_of_message int[] NOT NULL,     -- how many rows
  skew_ms int[] NOT NULL,             -- taken off the device's time
  received_at bigint[] NOT NULL,
  synthetic boolean[] NOT NULL,
  -- Pictures of this span were taken without it, since it came late; null once they are mended.
  lacking int8range,
  PRIMARY KEY (mine, second, part)
);
CREATE INDEX position_frame_lacking ON position_frame USING gist (lacking) WHERE lacking IS NOT NULL;

-- Everyone's last known place at one moment. Packed as above.
CREATE TABLE picture (
  mine int NOT NULL REFERENCES mine,
  time bigint NOT NULL,
  tag bytea NOT NULL,                 -- int32
  at bytea NOT NULL,                  -- float64: ms
  place bytea NOT NULL,
  heading bytea NOT NULL,
  state bytea NOT NULL,
  PRIMARY KEY (mine, time)
);

CREATE TABLE reading (
  series int NOT NULL REFERENCES series,
  at bigint NOT NULL,
  received_at bigint NOT NULL,
  value double precision NOT NULL     -- switches: 0 or 1
);
CREATE INDEX reading_of_series ON reading (series, at);

CREATE TABLE alarm (
  id uuid PRIMARY KEY,
  mine text NOT NULL,
  cursor bigint NOT NULL,
  raised_at double precision NOT NULL,
  cleared_at double precision,
  open boolean NOT NULL,              -- not cleared, or not acknowledged
  body json NOT NULL
);
CREATE INDEX alarm_by_cursor ON alarm (mine, cursor);
CREATE INDEX alarm_by_time ON alarm (mine, raised_at);

-- Messages that were not taken, the newest of each mine; mine is null where no known mine is named.
CREATE TABLE reject (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mine int REFERENCES mine,
  reason text NOT NULL,
  topic text NOT NULL,
  client text NOT NULL,
  received_at bigint NOT NULL,
  head bytea NOT NULL,
  bytes bigint NOT NULL,
  detail text NOT NULL
);
CREATE INDEX reject_by_mine ON reject (mine, id);

-- Nothing of this span is thrown away while released_at is null.
CREATE TABLE incident_hold (
  id uuid PRIMARY KEY,
  mine int NOT NULL REFERENCES mine,
  from_time bigint NOT NULL,
  to_time bigint,                     -- null: open end
  held_by text NOT NULL,
  reason text NOT NULL,
  made_at bigint NOT NULL,
  released_at bigint,
  released_by text
);

-- The file of one hour of one mine.
CREATE TABLE archive_hour (
  mine int NOT NULL REFERENCES mine,
  hour bigint NOT NULL,               -- ms of its start
  file text NOT NULL,                 -- relative to the archive folder
  positions bigint NOT NULL,
  bytes bigint NOT NULL,
  -- A file before it was mended by late data: its pictures are to be made again.
  stale boolean NOT NULL DEFAULT false,
  PRIMARY KEY (mine, hour)
);

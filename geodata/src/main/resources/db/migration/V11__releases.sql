-- States of what is published that were frozen under an id; the number of their revision is a note, the revision need not be kept. body is a JSON object: title, notes, files, sources.
CREATE TABLE IF NOT EXISTS data_release (
  release_id ${key} PRIMARY KEY,
  revision_number BIGINT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  place ${key} NOT NULL,
  body VARCHAR NOT NULL,
  withdrawn_at TIMESTAMP(6) WITH TIME ZONE,
  reason_de VARCHAR,
  reason_en VARCHAR,
  erased BOOLEAN NOT NULL
);

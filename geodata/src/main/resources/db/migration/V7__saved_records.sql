-- What an office saves besides data: sets of weights, incidents, measures. Belongs to no revision. body is a JSON object.
CREATE TABLE IF NOT EXISTS saved_record (
  record_kind ${key} NOT NULL,
  record_id ${key} NOT NULL,
  title VARCHAR NOT NULL,
  saved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  body VARCHAR NOT NULL,
  PRIMARY KEY (record_kind, record_id)
);

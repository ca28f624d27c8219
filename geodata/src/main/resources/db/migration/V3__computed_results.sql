-- Results computed here: classes of respondents, what stands with a result, and what was erased for good.

-- One letter per code, as statuses; NULL if no value of the period is a direct result of a survey.
ALTER TABLE indicator_column ADD COLUMN IF NOT EXISTS n_classes VARCHAR;

-- body is a JSON object.
CREATE TABLE IF NOT EXISTS method_document (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  indicator_id ${key} NOT NULL,
  period ${key} NOT NULL,
  dataset_id ${key} NOT NULL,
  method_kind VARCHAR NOT NULL,
  body VARCHAR NOT NULL
);

-- Belongs to no revision: what was erased is erased from all of them. period is empty for a whole data set.
CREATE TABLE IF NOT EXISTS erasure (
  dataset_id ${key} NOT NULL,
  period ${key} NOT NULL,
  erased_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

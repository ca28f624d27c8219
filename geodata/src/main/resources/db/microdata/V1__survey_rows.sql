-- Answers of respondents, apart from everything that is served. Standard SQL that H2 and PostgreSQL share.
-- H2 does not roll back a migration that is cut off: every statement of a migration must bear being run again.

CREATE TABLE IF NOT EXISTS survey_wave (
  survey_id ${key} NOT NULL,
  period ${key} NOT NULL,
  questionnaire VARCHAR NOT NULL,
  imported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  respondents INTEGER NOT NULL,
  PRIMARY KEY (survey_id, period)
);

-- One row per column of the file: column_role says what it is, item_id which item if it holds answers.
CREATE TABLE IF NOT EXISTS survey_column (
  survey_id ${key} NOT NULL,
  period ${key} NOT NULL,
  column_role VARCHAR NOT NULL,
  item_id ${key} NOT NULL,
  cells ${bytes} NOT NULL,
  PRIMARY KEY (survey_id, period, column_role, item_id),
  FOREIGN KEY (survey_id, period) REFERENCES survey_wave ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS survey_tombstone (
  survey_id ${key} NOT NULL,
  period ${key} NOT NULL,
  deleted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS survey_release (
  survey_id ${key} NOT NULL,
  period ${key} NOT NULL,
  released_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  body VARCHAR NOT NULL
);

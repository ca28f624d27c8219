-- Areas, tables and revisions. Standard SQL that H2 and PostgreSQL share; ${binary} is the type of bytes without a
-- limit (BLOB, BYTEA). Editions, levels, areas, indicators and periods are known by their own keys.
-- H2 does not roll back a migration that is cut off: every statement of a migration must bear being run again.

CREATE TABLE IF NOT EXISTS revision (
  revision_number BIGINT PRIMARY KEY,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  dataset_id VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS dataset (
  dataset_id VARCHAR PRIMARY KEY,
  title_de VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  publisher VARCHAR NOT NULL,
  licence_id VARCHAR NOT NULL,
  licence_title VARCHAR NOT NULL,
  licence_url VARCHAR NOT NULL,
  attribution VARCHAR NOT NULL,
  vintage VARCHAR NOT NULL,
  is_example BOOLEAN NOT NULL,
  imported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS dataset_file (
  dataset_id VARCHAR NOT NULL REFERENCES dataset ON DELETE CASCADE,
  file_position INTEGER NOT NULL,
  file_name VARCHAR NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  byte_count BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, file_position)
);

CREATE TABLE IF NOT EXISTS edition (
  edition_id VARCHAR PRIMARY KEY,
  valid_from DATE NOT NULL,
  title_de VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  dataset_id VARCHAR NOT NULL REFERENCES dataset
);

CREATE TABLE IF NOT EXISTS area_level (
  level_id VARCHAR PRIMARY KEY,
  name_de VARCHAR NOT NULL,
  name_en VARCHAR NOT NULL,
  plural_de VARCHAR NOT NULL,
  plural_en VARCHAR NOT NULL,
  level_rank INTEGER NOT NULL,
  is_group BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS area_set (
  edition_id VARCHAR NOT NULL REFERENCES edition,
  level_id VARCHAR NOT NULL REFERENCES area_level,
  PRIMARY KEY (edition_id, level_id)
);

-- geometry is WKB in EPSG:4326, longitude first. Ancestors and attributes are pairs of arrays of the same length.
CREATE TABLE IF NOT EXISTS area (
  edition_id VARCHAR NOT NULL,
  level_id VARCHAR NOT NULL,
  code VARCHAR(40) NOT NULL,
  area_name VARCHAR NOT NULL,
  designation VARCHAR NOT NULL,
  ancestor_levels VARCHAR ARRAY NOT NULL,
  ancestor_codes VARCHAR ARRAY NOT NULL,
  attribute_names VARCHAR ARRAY NOT NULL,
  attribute_texts VARCHAR ARRAY NOT NULL,
  geometry ${binary} NOT NULL,
  PRIMARY KEY (edition_id, level_id, code),
  FOREIGN KEY (edition_id, level_id) REFERENCES area_set ON DELETE CASCADE
);

-- geometry is WKB in EPSG:3857.
CREATE TABLE IF NOT EXISTS coverage (
  edition_id VARCHAR NOT NULL,
  level_id VARCHAR NOT NULL,
  zoom INTEGER NOT NULL,
  code VARCHAR(40) NOT NULL,
  geometry ${binary} NOT NULL,
  PRIMARY KEY (edition_id, level_id, zoom, code),
  FOREIGN KEY (edition_id, level_id) REFERENCES area_set ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS correspondence (
  from_edition VARCHAR NOT NULL,
  to_edition VARCHAR NOT NULL,
  level_id VARCHAR NOT NULL,
  dataset_id VARCHAR NOT NULL REFERENCES dataset,
  PRIMARY KEY (from_edition, to_edition, level_id)
);

CREATE TABLE IF NOT EXISTS correspondence_link (
  from_edition VARCHAR NOT NULL,
  to_edition VARCHAR NOT NULL,
  level_id VARCHAR NOT NULL,
  link_position INTEGER NOT NULL,
  from_code VARCHAR(40) NOT NULL,
  to_code VARCHAR(40) NOT NULL,
  population_share DOUBLE PRECISION NOT NULL,
  area_share DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (from_edition, to_edition, level_id, link_position),
  FOREIGN KEY (from_edition, to_edition, level_id) REFERENCES correspondence ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS indicator (
  indicator_id VARCHAR PRIMARY KEY,
  name_de VARCHAR NOT NULL,
  name_en VARCHAR NOT NULL,
  description_de VARCHAR NOT NULL,
  description_en VARCHAR NOT NULL,
  unit_id VARCHAR NOT NULL,
  unit_symbol_de VARCHAR NOT NULL,
  unit_symbol_en VARCHAR NOT NULL,
  decimals INTEGER NOT NULL,
  polarity VARCHAR NOT NULL,
  measure_kind VARCHAR NOT NULL,
  measure_weight VARCHAR NOT NULL,
  theme_id VARCHAR NOT NULL,
  theme_de VARCHAR NOT NULL,
  theme_en VARCHAR NOT NULL,
  middle DOUBLE PRECISION,
  formula VARCHAR NOT NULL,
  dataset_id VARCHAR NOT NULL REFERENCES dataset
);

-- The values of an indicator: one row per period, the n-th elements belong to the n-th code of the table.
CREATE TABLE IF NOT EXISTS indicator_table (
  indicator_id VARCHAR NOT NULL REFERENCES indicator,
  edition_id VARCHAR NOT NULL REFERENCES edition,
  level_id VARCHAR NOT NULL,
  codes VARCHAR ARRAY NOT NULL,
  PRIMARY KEY (indicator_id, edition_id, level_id)
);

-- statuses has one letter per code; amounts holds NULL where the status has no value; the bounds are NULL as a whole
-- if no value of the period has an interval.
CREATE TABLE IF NOT EXISTS indicator_column (
  indicator_id VARCHAR NOT NULL,
  edition_id VARCHAR NOT NULL,
  level_id VARCHAR NOT NULL,
  period VARCHAR(10) NOT NULL,
  statuses VARCHAR NOT NULL,
  amounts DOUBLE PRECISION ARRAY NOT NULL,
  lower_bounds DOUBLE PRECISION ARRAY,
  upper_bounds DOUBLE PRECISION ARRAY,
  PRIMARY KEY (indicator_id, edition_id, level_id, period),
  FOREIGN KEY (indicator_id, edition_id, level_id) REFERENCES indicator_table ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS milestone (
  milestone_position INTEGER PRIMARY KEY,
  dataset_id VARCHAR NOT NULL REFERENCES dataset,
  code VARCHAR(40) NOT NULL,
  area_name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  date_text VARCHAR(10) NOT NULL,
  date_means VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  source VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS network_total (
  total_position INTEGER PRIMARY KEY,
  dataset_id VARCHAR NOT NULL REFERENCES dataset,
  date_text VARCHAR(10) NOT NULL,
  measure VARCHAR NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  source VARCHAR NOT NULL
);

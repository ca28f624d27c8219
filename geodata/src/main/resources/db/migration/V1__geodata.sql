-- Revisions, areas and tables. Standard SQL that H2 and PostgreSQL share. Placeholders: ${key} is text that sorts by
-- code points; ${wgs84} and ${mercator} are geometries in EPSG:4326 (longitude first) and EPSG:3857.
-- H2 does not roll back a migration that is cut off: every statement of a migration must bear being run again.

-- A revision is a list of parts. A part (a data set, an edition, the areas of a level, a table, …) never changes: an
-- import makes new parts, and its revision takes over the rest from the one before. restored_from is 0 for an import.
CREATE TABLE IF NOT EXISTS revision (
  revision_number BIGINT PRIMARY KEY,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  dataset_id ${key} NOT NULL,
  restored_from BIGINT NOT NULL
);

-- Within a revision, kind and key are unique.
CREATE TABLE IF NOT EXISTS part (
  part_id BIGINT PRIMARY KEY,
  part_kind ${key} NOT NULL,
  part_key ${key} NOT NULL
);

CREATE TABLE IF NOT EXISTS revision_part (
  revision_number BIGINT NOT NULL REFERENCES revision ON DELETE CASCADE,
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  PRIMARY KEY (revision_number, part_id)
);

CREATE INDEX IF NOT EXISTS revision_part_part ON revision_part (part_id);

CREATE TABLE IF NOT EXISTS dataset (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  dataset_id ${key} NOT NULL,
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
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  file_position INTEGER NOT NULL,
  file_name VARCHAR NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  byte_count BIGINT NOT NULL,
  PRIMARY KEY (part_id, file_position)
);

CREATE TABLE IF NOT EXISTS edition (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  edition_id ${key} NOT NULL,
  valid_from DATE NOT NULL,
  title_de VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  dataset_id ${key} NOT NULL
);

-- The areas of a level of an edition, with what is known of the level.
CREATE TABLE IF NOT EXISTS area_set (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  edition_id ${key} NOT NULL,
  level_id ${key} NOT NULL,
  name_de VARCHAR NOT NULL,
  name_en VARCHAR NOT NULL,
  plural_de VARCHAR NOT NULL,
  plural_en VARCHAR NOT NULL,
  level_rank INTEGER NOT NULL,
  is_group BOOLEAN NOT NULL
);

-- Ancestors and attributes are pairs of arrays of the same length.
CREATE TABLE IF NOT EXISTS area (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  code ${key} NOT NULL,
  area_name VARCHAR NOT NULL,
  designation VARCHAR NOT NULL,
  ancestor_levels VARCHAR ARRAY NOT NULL,
  ancestor_codes VARCHAR ARRAY NOT NULL,
  attribute_names VARCHAR ARRAY NOT NULL,
  attribute_texts VARCHAR ARRAY NOT NULL,
  geometry ${wgs84} NOT NULL,
  PRIMARY KEY (part_id, code)
);

CREATE TABLE IF NOT EXISTS coverage (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  zoom INTEGER NOT NULL,
  code ${key} NOT NULL,
  geometry ${mercator} NOT NULL,
  PRIMARY KEY (part_id, zoom, code)
);

CREATE TABLE IF NOT EXISTS correspondence (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  from_edition ${key} NOT NULL,
  to_edition ${key} NOT NULL,
  level_id ${key} NOT NULL,
  dataset_id ${key} NOT NULL
);

CREATE TABLE IF NOT EXISTS correspondence_link (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  link_position INTEGER NOT NULL,
  from_code ${key} NOT NULL,
  to_code ${key} NOT NULL,
  population_share DOUBLE PRECISION NOT NULL,
  area_share DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (part_id, link_position)
);

CREATE TABLE IF NOT EXISTS indicator (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  indicator_id ${key} NOT NULL,
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
  dataset_id ${key} NOT NULL
);

-- The values of an indicator: one row per period, the n-th elements belong to the n-th code of the table.
CREATE TABLE IF NOT EXISTS indicator_table (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  indicator_id ${key} NOT NULL,
  edition_id ${key} NOT NULL,
  level_id ${key} NOT NULL,
  codes VARCHAR ARRAY NOT NULL
);

-- dataset_id is the data set that the values of the period came with. statuses has one letter per code; amounts holds NULL where the status has no value; the bounds are NULL as a whole
-- if no value of the period has an interval.
CREATE TABLE IF NOT EXISTS indicator_column (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  period ${key} NOT NULL,
  dataset_id ${key} NOT NULL,
  statuses VARCHAR NOT NULL,
  amounts DOUBLE PRECISION ARRAY NOT NULL,
  lower_bounds DOUBLE PRECISION ARRAY,
  upper_bounds DOUBLE PRECISION ARRAY,
  PRIMARY KEY (part_id, period)
);

CREATE TABLE IF NOT EXISTS milestone (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  milestone_position INTEGER NOT NULL,
  dataset_id ${key} NOT NULL,
  code ${key} NOT NULL,
  area_name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  date_text VARCHAR(10) NOT NULL,
  date_means VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  PRIMARY KEY (part_id, milestone_position)
);

CREATE TABLE IF NOT EXISTS network_total (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  total_position INTEGER NOT NULL,
  dataset_id ${key} NOT NULL,
  date_text VARCHAR(10) NOT NULL,
  measure VARCHAR NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  source VARCHAR NOT NULL,
  PRIMARY KEY (part_id, total_position)
);

-- The data sets that the areas of a level come from, where these are not that of the edition: quarters of several towns
-- come from several.
CREATE TABLE IF NOT EXISTS area_source (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  dataset_id ${key} NOT NULL,
  PRIMARY KEY (part_id, dataset_id)
);

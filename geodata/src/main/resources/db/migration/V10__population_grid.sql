-- The population grid: people by cells of 100 m in EPSG:3035. One row per row of the grid; grid_row is the north and grid_columns the east of the lower left corner of a cell, divided by 100 m;
-- the n-th number of people belongs to the n-th column.
CREATE TABLE IF NOT EXISTS population_grid (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  title_de VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  dataset_id ${key} NOT NULL
);

CREATE TABLE IF NOT EXISTS population_grid_row (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  grid_row INTEGER NOT NULL,
  grid_columns INTEGER ARRAY NOT NULL,
  people INTEGER ARRAY NOT NULL,
  PRIMARY KEY (part_id, grid_row)
);

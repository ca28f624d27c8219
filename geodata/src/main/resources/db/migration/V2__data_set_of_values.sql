-- Each period of a table says which data set its values came with. Of values stored before, the data set is that of
-- the indicator's definition.

ALTER TABLE indicator_column ADD COLUMN IF NOT EXISTS dataset_id VARCHAR;

UPDATE indicator_column SET dataset_id =
  (SELECT i.dataset_id FROM indicator i WHERE i.indicator_id = indicator_column.indicator_id)
WHERE dataset_id IS NULL;

ALTER TABLE indicator_column ALTER COLUMN dataset_id SET NOT NULL;

ALTER TABLE indicator_column DROP CONSTRAINT IF EXISTS indicator_column_dataset;

ALTER TABLE indicator_column ADD CONSTRAINT indicator_column_dataset
  FOREIGN KEY (dataset_id) REFERENCES dataset;

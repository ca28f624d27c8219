-- How the weights of a wave were raked, as JSON; NULL where they are those of the file.
ALTER TABLE survey_wave ADD COLUMN IF NOT EXISTS calibration VARCHAR;

-- What only PostgreSQL has: views that map programs open, a place for survey rows apart from what readers see.

-- Rows of surveys, from which persons might be recognised, stay here; only tables that may be published enter radar.
CREATE SCHEMA IF NOT EXISTS survey_private;
COMMENT ON SCHEMA survey_private IS 'Rows of surveys; not for roles that only read';

-- Map programs ask for geometries of one type; with this index they ask for what they show.
CREATE INDEX area_multipolygon ON area USING gist ((ST_Multi(geometry)::geometry(MultiPolygon, 4326)))
  WHERE NOT ST_IsEmpty(geometry);

CREATE VIEW current_part AS
SELECT part_id FROM revision_part WHERE revision_number = (SELECT MAX(revision_number) FROM revision);
COMMENT ON VIEW current_part IS 'Parts of the current revision';

CREATE FUNCTION status_label(letter text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE letter
    WHEN 'R' THEN 'reported' WHEN 'E' THEN 'estimated' WHEN 'C' THEN 'converted' WHEN 'P' THEN 'provisional'
    WHEN 'L' THEN 'limited-precision' WHEN 'S' THEN 'suppressed' WHEN 'I' THEN 'too-imprecise'
    WHEN 'U' THEN 'unknown-or-secret' WHEN 'N' THEN 'not-reliable' WHEN 'X' THEN 'not-meaningful'
    WHEN 'T' THEN 'follows-later' WHEN 'M' THEN 'empty' WHEN 'O' THEN 'no-row' WHEN 'V' THEN 'not-convertible'
    WHEN 'D' THEN 'input-missing' END
$$;
COMMENT ON FUNCTION status_label(text) IS 'What a letter in indicator_column.statuses means';

CREATE VIEW map_area AS
SELECT
  s.edition_id || '/' || s.level_id || '/' || a.code AS map_key,
  s.edition_id, s.level_id, a.code, a.area_name, a.designation,
  ST_Multi(a.geometry)::geometry(MultiPolygon, 4326) AS geometry
FROM current_part p
JOIN area_set s ON s.part_id = p.part_id
JOIN area a ON a.part_id = s.part_id
WHERE NOT ST_IsEmpty(a.geometry);
COMMENT ON VIEW map_area IS 'Areas of the current revision: choose an edition and a level';
COMMENT ON COLUMN map_area.map_key IS 'Unique key';
COMMENT ON COLUMN map_area.edition_id IS 'Edition of the boundaries';
COMMENT ON COLUMN map_area.level_id IS 'Level, such as municipality';
COMMENT ON COLUMN map_area.code IS 'Official key';
COMMENT ON COLUMN map_area.area_name IS 'Name';
COMMENT ON COLUMN map_area.designation IS 'Kind of area, such as Stadt; empty if unknown';
COMMENT ON COLUMN map_area.geometry IS 'Boundary, EPSG:4326';

-- The arrays of one period are unnested at once, in order: a filter on indicator, edition, level or period is applied
-- to the rows that hold them, before.
CREATE VIEW map_value AS
SELECT
  t.edition_id || '/' || t.level_id || '/' || a.code || '/' || t.indicator_id || '/' || c.period AS map_key,
  t.indicator_id, i.name_de AS indicator_name_de, i.name_en AS indicator_name_en,
  i.unit_symbol_de AS unit_de, i.unit_symbol_en AS unit_en, c.period,
  t.edition_id, t.level_id, a.code, a.area_name,
  v.amount, v.lower_bound, v.upper_bound, status_label(v.letter) AS status,
  d.attribution, d.licence_id, d.is_example,
  ST_Multi(a.geometry)::geometry(MultiPolygon, 4326) AS geometry
FROM current_part tp
JOIN indicator_table t ON t.part_id = tp.part_id
JOIN indicator_column c ON c.part_id = t.part_id
JOIN (indicator i JOIN current_part ip ON ip.part_id = i.part_id) ON i.indicator_id = t.indicator_id
JOIN (dataset d JOIN current_part dp ON dp.part_id = d.part_id) ON d.dataset_id = i.dataset_id
JOIN (area_set s JOIN current_part sp ON sp.part_id = s.part_id)
  ON s.edition_id = t.edition_id AND s.level_id = t.level_id
CROSS JOIN LATERAL unnest(t.codes, c.amounts, c.lower_bounds, c.upper_bounds, string_to_array(c.statuses, NULL))
  AS v (code, amount, lower_bound, upper_bound, letter)
JOIN area a ON a.part_id = s.part_id AND a.code = v.code
WHERE NOT ST_IsEmpty(a.geometry);
COMMENT ON VIEW map_value IS
  'Published values of the current revision with their areas: choose indicator, period, edition and level';
COMMENT ON COLUMN map_value.map_key IS 'Unique key';
COMMENT ON COLUMN map_value.indicator_id IS 'Indicator';
COMMENT ON COLUMN map_value.indicator_name_de IS 'German name of the indicator';
COMMENT ON COLUMN map_value.indicator_name_en IS 'English name of the indicator';
COMMENT ON COLUMN map_value.unit_de IS 'Unit in German';
COMMENT ON COLUMN map_value.unit_en IS 'Unit in English';
COMMENT ON COLUMN map_value.period IS 'Reference period: year, month or day';
COMMENT ON COLUMN map_value.edition_id IS 'Edition of the boundaries that the value was published for';
COMMENT ON COLUMN map_value.level_id IS 'Level that the value was published for';
COMMENT ON COLUMN map_value.code IS 'Official key of the area';
COMMENT ON COLUMN map_value.area_name IS 'Name of the area';
COMMENT ON COLUMN map_value.amount IS 'Value; NULL where the status has none';
COMMENT ON COLUMN map_value.lower_bound IS 'Lower end of the interval; NULL if there is none';
COMMENT ON COLUMN map_value.upper_bound IS 'Upper end of the interval; NULL if there is none';
COMMENT ON COLUMN map_value.status IS 'What stands behind the value, or why there is none';
COMMENT ON COLUMN map_value.attribution IS 'Whom the data are owed to: show it on every map';
COMMENT ON COLUMN map_value.licence_id IS 'Licence';
COMMENT ON COLUMN map_value.is_example IS 'Whether the data are invented';
COMMENT ON COLUMN map_value.geometry IS 'Boundary, EPSG:4326';

CREATE VIEW map_latest AS
SELECT v.* FROM map_value v
WHERE v.period = (
  SELECT MAX(c.period) FROM current_part p
  JOIN indicator_table t ON t.part_id = p.part_id
  JOIN indicator_column c ON c.part_id = t.part_id
  WHERE t.indicator_id = v.indicator_id AND t.edition_id = v.edition_id AND t.level_id = v.level_id);
COMMENT ON VIEW map_latest IS 'Like map_value, of the newest period of each indicator, edition and level';
DO $$
DECLARE
  one RECORD;
BEGIN
  FOR one IN SELECT attname, col_description(attrelid, attnum) AS says
    FROM pg_attribute WHERE attrelid = 'map_value'::regclass AND attnum > 0
  LOOP
    EXECUTE format('COMMENT ON COLUMN map_latest.%I IS %L', one.attname, one.says);
  END LOOP;
END
$$;

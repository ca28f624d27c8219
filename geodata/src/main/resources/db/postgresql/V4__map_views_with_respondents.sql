-- The views of values tell how many respondents a direct result of a survey rests on, as a class.

CREATE FUNCTION n_class_label(letter text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE letter
    WHEN 'a' THEN '10-19' WHEN 'b' THEN '20-49' WHEN 'c' THEN '50-99' WHEN 'd' THEN '100-249' WHEN 'e' THEN '250+' END
$$;
COMMENT ON FUNCTION n_class_label(text) IS 'What a letter in indicator_column.n_classes means';

DROP VIEW map_latest;

CREATE OR REPLACE VIEW map_value AS
SELECT
  t.edition_id || '/' || t.level_id || '/' || a.code || '/' || t.indicator_id || '/' || c.period AS map_key,
  t.indicator_id, i.name_de AS indicator_name_de, i.name_en AS indicator_name_en,
  i.unit_symbol_de AS unit_de, i.unit_symbol_en AS unit_en, c.period,
  t.edition_id, t.level_id, a.code, a.area_name,
  v.amount, v.lower_bound, v.upper_bound, status_label(v.letter) AS status,
  d.attribution, d.licence_id, d.is_example,
  ST_Multi(a.geometry)::geometry(MultiPolygon, 4326) AS geometry,
  n_class_label(v.n_letter) AS n_class
FROM current_part tp
JOIN indicator_table t ON t.part_id = tp.part_id
JOIN indicator_column c ON c.part_id = t.part_id
JOIN (indicator i JOIN current_part ip ON ip.part_id = i.part_id) ON i.indicator_id = t.indicator_id
JOIN (dataset d JOIN current_part dp ON dp.part_id = d.part_id) ON d.dataset_id = i.dataset_id
JOIN (area_set s JOIN current_part sp ON sp.part_id = s.part_id)
  ON s.edition_id = t.edition_id AND s.level_id = t.level_id
CROSS JOIN LATERAL unnest(t.codes, c.amounts, c.lower_bounds, c.upper_bounds, string_to_array(c.statuses, NULL),
  string_to_array(c.n_classes, NULL))
  AS v (code, amount, lower_bound, upper_bound, letter, n_letter)
JOIN area a ON a.part_id = s.part_id AND a.code = v.code
WHERE NOT ST_IsEmpty(a.geometry);
COMMENT ON COLUMN map_value.n_class IS 'Class of the number of respondents; NULL unless a direct result of a survey';

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

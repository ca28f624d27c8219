-- Attribution, licence and whether values are invented: of the data set that the values came with, not of the one that
-- defined the indicator.

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
JOIN (dataset d JOIN current_part dp ON dp.part_id = d.part_id) ON d.dataset_id = c.dataset_id
JOIN (area_set s JOIN current_part sp ON sp.part_id = s.part_id)
  ON s.edition_id = t.edition_id AND s.level_id = t.level_id
CROSS JOIN LATERAL unnest(t.codes, c.amounts, c.lower_bounds, c.upper_bounds, string_to_array(c.statuses, NULL),
  string_to_array(c.n_classes, NULL))
  AS v (code, amount, lower_bound, upper_bound, letter, n_letter)
JOIN area a ON a.part_id = s.part_id AND a.code = v.code
WHERE NOT ST_IsEmpty(a.geometry);

-- Context layers: points, lines and polygons beside the areas, such as shelters or flood zones.

-- attribute_names and attribute_types are pairs of the same length. facility and name_attribute are empty if there is none.
CREATE TABLE IF NOT EXISTS context_layer (
  part_id BIGINT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
  layer_id ${key} NOT NULL,
  title_de VARCHAR NOT NULL,
  title_en VARCHAR NOT NULL,
  description_de VARCHAR NOT NULL,
  description_en VARCHAR NOT NULL,
  geometry_kind VARCHAR NOT NULL,
  layer_role VARCHAR NOT NULL,
  facility VARCHAR NOT NULL,
  name_attribute VARCHAR NOT NULL,
  attribute_names VARCHAR ARRAY NOT NULL,
  attribute_types VARCHAR ARRAY NOT NULL,
  dataset_id ${key} NOT NULL
);

-- attribute_texts has a text for each attribute of the layer, empty where the feature has none.
CREATE TABLE IF NOT EXISTS layer_feature (
  part_id BIGINT NOT NULL REFERENCES part ON DELETE CASCADE,
  feature_position INTEGER NOT NULL,
  feature_id ${key} NOT NULL,
  attribute_texts VARCHAR ARRAY NOT NULL,
  geometry ${wgs84} NOT NULL,
  PRIMARY KEY (part_id, feature_position)
);

-- The rights of the roles in docs/operations.md, as far as there are such roles; granted anew after every migration.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'radar_reader') THEN
    GRANT USAGE ON SCHEMA radar TO radar_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA radar TO radar_reader;
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'radar_writer') THEN
    GRANT USAGE ON SCHEMA radar TO radar_writer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA radar TO radar_writer;
    REVOKE INSERT, UPDATE, DELETE ON radar.schema_history FROM radar_writer;
  END IF;
END
$$;

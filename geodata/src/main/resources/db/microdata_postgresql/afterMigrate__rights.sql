-- The role that imports, as far as there is one; the role that serves gets nothing here.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'radar_writer') THEN
    GRANT USAGE ON SCHEMA survey_private TO radar_writer;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA survey_private TO radar_writer;
    REVOKE INSERT, UPDATE, DELETE ON survey_private.schema_history FROM radar_writer;
  END IF;
END
$$;

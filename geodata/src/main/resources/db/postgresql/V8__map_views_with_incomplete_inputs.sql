-- Values that were computed without some of their inputs say so.

CREATE OR REPLACE FUNCTION status_label(letter text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE letter
    WHEN 'R' THEN 'reported' WHEN 'E' THEN 'estimated' WHEN 'C' THEN 'converted' WHEN 'P' THEN 'provisional'
    WHEN 'K' THEN 'inputs-incomplete'
    WHEN 'L' THEN 'limited-precision' WHEN 'S' THEN 'suppressed' WHEN 'I' THEN 'too-imprecise'
    WHEN 'U' THEN 'unknown-or-secret' WHEN 'N' THEN 'not-reliable' WHEN 'X' THEN 'not-meaningful'
    WHEN 'T' THEN 'follows-later' WHEN 'M' THEN 'empty' WHEN 'O' THEN 'no-row' WHEN 'V' THEN 'not-convertible'
    WHEN 'D' THEN 'input-missing' END
$$;

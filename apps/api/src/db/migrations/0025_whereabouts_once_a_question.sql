-- Whose whereabouts are kept from the person who asks: worked out once for a question, not for each of its rows. A policy
-- that restricts is asked before the one that permits, of rows nobody would have seen; so it is part of that one.
CREATE FUNCTION "whereabouts_kept_from_me"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_is_system() THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(r.child_id) FROM restriction r
    WHERE r.area_id = app_area() AND r.kind = 'whereabouts' AND upper_inf(r.during)
      AND NOT EXISTS (SELECT 1 FROM restriction_reader d
        WHERE d.area_id = r.area_id AND d.restriction_id = r.restriction_id AND d.practitioner_id = app_person() AND d.during @> app_now())
      AND NOT EXISTS (SELECT 1 FROM child_access a
        WHERE a.area_id = r.area_id AND a.child_id = r.child_id AND a.practitioner_id = app_person() AND NOT a.held_back
          AND a.basis IN ('record-keeper', 'head') AND a.during @> app_now())), '{}');
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "whereabouts_kept_from_me"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "whereabouts_kept_from_me"() TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['child_address', 'carer', 'place'] LOOP
    EXECUTE format('DROP POLICY whereabouts ON %I', named);
    EXECUTE format('ALTER POLICY of_child ON %1$I USING (area_id = app_area() AND (' || sees || ') AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]))', named);
  END LOOP;
END $$;
--> statement-breakpoint
DROP FUNCTION "may_know_whereabouts"(uuid);

-- Sign-in's tables lie outside areas: the app works on them, and clears what has run out.
GRANT SELECT, INSERT, UPDATE, DELETE ON "session", "sign_in_attempt", "throttle" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "agency_support", "weight_adjustment" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['agency_support', 'weight_adjustment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_area ON %I TO linchpin_app USING (area_id = app_area()) WITH CHECK (area_id = app_area())', named);
  END LOOP;
END $$;
--> statement-breakpoint
-- A manager counts for how many children somebody is named person, and knows none of them by it.
CREATE POLICY "counts" ON "named_person" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "counts" ON "concern" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "counts" ON "plan" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "counts" ON "plan_member" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION "named_person_counts"(of_people uuid[])
RETURNS TABLE (practitioner_id uuid, children integer, with_something_open integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT np.practitioner_id, count(*)::integer,
    count(*) FILTER (WHERE
      EXISTS (SELECT 1 FROM concern c WHERE c.area_id = np.area_id AND c.child_id = np.child_id AND c.state = 'open')
      OR EXISTS (SELECT 1 FROM plan_member m JOIN plan p ON p.area_id = m.area_id AND p.plan_id = m.plan_id AND p.state = 'open'
                 WHERE m.area_id = np.area_id AND m.child_id = np.child_id))::integer
  FROM named_person np
  WHERE np.area_id = app_area() AND np.practitioner_id = ANY (of_people) AND np.during @> app_now()
  GROUP BY np.practitioner_id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "named_person_counts"(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "named_person_counts"(uuid[]) TO linchpin_app;

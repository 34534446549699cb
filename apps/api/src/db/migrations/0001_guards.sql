-- What a generated migration cannot say: extensions, the app's role, one holder at a time, never nobody,
-- insert-only records, and row-level security on every table from the first.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "child_search" ON "child" USING gin ("search_name" gin_trgm_ops);
--> statement-breakpoint
-- One holder at a time.
ALTER TABLE "named_person" ADD CONSTRAINT "one_named_person_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "during" WITH &&);
--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "one_lead_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&);
--> statement-breakpoint
ALTER TABLE "child_lead" ADD CONSTRAINT "one_lead_answers_for_a_child" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "during" WITH &&);
--> statement-breakpoint
ALTER TABLE "acting_lead" ADD CONSTRAINT "one_acts_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&);
--> statement-breakpoint
ALTER TABLE "contact_of_record" ADD CONSTRAINT "one_contact_of_record" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&);
--> statement-breakpoint
-- Never nobody: an open multi-agency plan has a contact of record when a transaction ends.
CREATE FUNCTION "plan_has_a_contact"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_area uuid := NEW.area_id;
  of_plan uuid := NEW.plan_id;
BEGIN
  IF EXISTS (SELECT 1 FROM plan p WHERE p.area_id = of_area AND p.plan_id = of_plan AND p.state = 'open' AND p.reach = 'multi-agency')
     AND NOT EXISTS (SELECT 1 FROM contact_of_record c WHERE c.area_id = of_area AND c.plan_id = of_plan AND upper_inf(c.during))
  THEN
    RAISE EXCEPTION 'an open multi-agency plan has no contact of record' USING ERRCODE = '23514', CONSTRAINT = 'plan_has_a_contact';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "plan_has_a_contact" AFTER INSERT OR UPDATE ON "plan" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "plan_has_a_contact"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "plan_keeps_a_contact" AFTER INSERT OR UPDATE ON "contact_of_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "plan_has_a_contact"();
--> statement-breakpoint
-- Records that are added to and never changed.
CREATE FUNCTION "is_insert_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
--> statement-breakpoint
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['audit_entry', 'audit_block', 'audit_block_entry', 'decision', 'chronology_entry', 'proposal_stage'] LOOP
    EXECUTE format('CREATE TRIGGER is_insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION is_insert_only()', kept);
    EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION is_insert_only()', kept);
  END LOOP;
END $$;
--> statement-breakpoint
-- The app's role owns nothing and cannot pass by row security.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'linchpin_app') THEN
    CREATE ROLE linchpin_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT linchpin_app TO CURRENT_USER;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO linchpin_app;
--> statement-breakpoint
REVOKE UPDATE ON "audit_entry", "audit_block", "audit_block_entry", "decision", "chronology_entry", "proposal_stage" FROM linchpin_app;
--> statement-breakpoint
REVOKE INSERT, UPDATE ON "area" FROM linchpin_app;
--> statement-breakpoint
GRANT DELETE ON "draft", "group_named_person" TO linchpin_app;
--> statement-breakpoint
-- Who is asking, set for one transaction by the api: the area, the person, the moment, and whether a job of ours asks.
CREATE FUNCTION "app_area"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.area', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION "app_person"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION "app_now"() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.now', true), '')::timestamptz $$;
--> statement-breakpoint
CREATE FUNCTION "app_is_system"() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(current_setting('app.as', true), '') = 'system' $$;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  -- Every table of an area's data is closed to other areas.
  FOR named IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'area_id' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  -- What says nothing of a child, or only who works on which plan: the area is the bound.
  FOREACH named IN ARRAY ARRAY['area', 'adoption', 'agency', 'establishment', 'team', 'practitioner', 'post', 'leave', 'standing',
    'engagement_exception', 'child_access', 'group_named_person', 'plan', 'plan_practitioner', 'lead', 'acting_lead',
    'contact_of_record', 'proposal_waits', 'audit_block', 'audit_block_entry', 'roll_in', 'roll_in_row', 'column_mapping', 'outbox'] LOOP
    EXECUTE format('CREATE POLICY of_area ON %I TO linchpin_app USING (area_id = app_area()) WITH CHECK (area_id = app_area())', named);
  END LOOP;
  -- What is about a child: the area, and a row in child_access that holds at this moment.
  FOREACH named IN ARRAY ARRAY['child_identifier', 'child_address', 'carer', 'place', 'legal_status', 'named_person', 'telling',
    'concern', 'view', 'plan_member', 'plan_action', 'proposal', 'proposal_stage', 'child_lead', 'chronology_entry'] LOOP
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
  -- A child is written before anybody can have access to it; it is read only by those who have.
  EXECUTE format('CREATE POLICY reads ON child FOR SELECT TO linchpin_app USING (area_id = app_area() AND (' || sees || '))', 'child');
  EXECUTE format('CREATE POLICY changes ON child FOR UPDATE TO linchpin_app USING (area_id = app_area() AND (' || sees || '))', 'child');
  CREATE POLICY adds ON child FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area());
  -- Decisions and audit may be about a child or about nobody; anyone may add, only those with access may read a child's.
  FOREACH named IN ARRAY ARRAY['decision', 'audit_entry'] LOOP
    EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (area_id = app_area() AND (child_id IS NULL OR ' || sees || '))', named);
    EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area())', named);
  END LOOP;
  -- What is one person's own.
  FOREACH named IN ARRAY ARRAY['change_made', 'draft'] LOOP
    EXECUTE format('CREATE POLICY own ON %I TO linchpin_app USING (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system())) WITH CHECK (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system()))', named);
  END LOOP;
  -- Notices and duties are written for others and read by the one they are for (and, for a duty, by those who may see the child).
  CREATE POLICY reads ON notice FOR SELECT TO linchpin_app USING (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system()));
  CREATE POLICY marks ON notice FOR UPDATE TO linchpin_app USING (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system()));
  CREATE POLICY adds ON notice FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area());
  EXECUTE format('CREATE POLICY reads ON duty FOR SELECT TO linchpin_app USING (area_id = app_area() AND (owed_by = app_person() OR on_account_of = app_person() OR (child_id IS NOT NULL AND (' || sees || ')) OR app_is_system()))', 'duty');
  EXECUTE format('CREATE POLICY marks ON duty FOR UPDATE TO linchpin_app USING (area_id = app_area() AND (owed_by = app_person() OR (child_id IS NOT NULL AND (' || sees || ')) OR app_is_system()))', 'duty');
  CREATE POLICY adds ON duty FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area());
END $$;
--> statement-breakpoint
-- Sign-in and jobs have to look across areas before there is one: through these doors only. They run as the owner,
-- which forced row security holds to a policy of its own.
CREATE POLICY "doors" ON "area" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "practitioner" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "post" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "agency" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION "posts_for_sign_in"(of_issuer text, of_subject text, at_day date)
RETURNS TABLE (area_id uuid, area_name text, is_demonstration boolean, practitioner_id uuid, practitioner_name text, post_id uuid, post_title text, role text, agency_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.area_id, a.name, a.is_demonstration, pr.practitioner_id, pr.name, po.post_id, po.title, po.role, ag.name
  FROM practitioner pr
  JOIN area a ON a.area_id = pr.area_id
  JOIN post po ON po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> at_day
  JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE pr.issuer = of_issuer AND pr.subject = of_subject
  ORDER BY a.name, po.title
$$;
--> statement-breakpoint
CREATE FUNCTION "areas_of_this_database"() RETURNS TABLE (area_id uuid, name text, is_demonstration boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ SELECT area_id, name, is_demonstration FROM area ORDER BY name $$;
--> statement-breakpoint
CREATE FUNCTION "people_of_demonstrations"(at_day date)
RETURNS TABLE (issuer text, subject text, name text, area text, title text, agency text, role text, hint text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT pr.issuer, pr.subject, pr.name, a.name, po.title, ag.name, po.role, pr.hint
  FROM practitioner pr
  JOIN area a ON a.area_id = pr.area_id AND a.is_demonstration
  JOIN post po ON po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> at_day
  JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE pr.hint IS NOT NULL
  ORDER BY a.name, pr.name
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "posts_for_sign_in"(text, text, date), "areas_of_this_database"(), "people_of_demonstrations"(date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "posts_for_sign_in"(text, text, date), "areas_of_this_database"(), "people_of_demonstrations"(date) TO linchpin_app;

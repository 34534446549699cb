CREATE TABLE "level_change" (
	"area_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"from_level" text NOT NULL,
	"to_level" text NOT NULL,
	"says_assessment" boolean NOT NULL,
	"lead" text,
	"lead_words" text,
	"consent" text,
	"consent_words" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "level_change_area_id_change_id_child_id_pk" PRIMARY KEY("area_id","change_id","child_id"),
	CONSTRAINT "level_changes_to_another" CHECK ("level_change"."from_level" <> "level_change"."to_level")
);
--> statement-breakpoint
CREATE TABLE "level_change_basis" (
	"area_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"assessment_id" uuid,
	"none_because" text,
	CONSTRAINT "level_change_basis_area_id_change_id_child_id_pk" PRIMARY KEY("area_id","change_id","child_id"),
	CONSTRAINT "level_change_says_which_or_why_none" CHECK ("level_change_basis"."assessment_id" is not null or "level_change_basis"."none_because" is not null)
);
--> statement-breakpoint
ALTER TABLE "level_change" ADD CONSTRAINT "level_change_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change" ADD CONSTRAINT "level_change_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change" ADD CONSTRAINT "level_change_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change_basis" ADD CONSTRAINT "level_change_basis_area_id_change_id_child_id_level_change_area_id_change_id_child_id_fk" FOREIGN KEY ("area_id","change_id","child_id") REFERENCES "public"."level_change"("area_id","change_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change_basis" ADD CONSTRAINT "level_change_basis_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change_basis" ADD CONSTRAINT "level_change_basis_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_change_basis" ADD CONSTRAINT "level_change_basis_area_id_assessment_id_assessment_area_id_assessment_id_fk" FOREIGN KEY ("area_id","assessment_id") REFERENCES "public"."assessment"("area_id","assessment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "level_change_area_id_plan_id_index" ON "level_change" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "level_change_basis_area_id_plan_id_index" ON "level_change_basis" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "level_change_basis_area_id_assessment_id_index" ON "level_change_basis" USING btree ("area_id","assessment_id");
--> statement-breakpoint
-- What was said when a level changed stays as it was said: the app adds, and changes nothing.
GRANT SELECT, INSERT ON "level_change", "level_change_basis" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  -- Which assessment it rests on is for whoever may know of that assessment; why it rests on none, for the people of the agency that says so
  -- who work with the child. To anybody else both read the same (decision 39).
  known text := 'EXISTS (SELECT 1 FROM assessment s WHERE s.area_id = level_change_basis.area_id AND s.assessment_id = level_change_basis.assessment_id AND s.child_id = level_change_basis.child_id)
    OR assessment_id IN (SELECT t.assessment_id FROM assessments_told_of(level_change_basis.child_id) t)';
  told text := 'area_id = app_area() AND knows_the_record(child_id) AND (app_is_system()
    OR (assessment_id IS NULL AND agency_id = ANY ((SELECT my_agencies())::uuid[])) OR ' || known || ')';
  said text := 'area_id = app_area() AND knows_the_record(child_id) AND (app_is_system() OR assessment_id IS NULL OR ' || known || ')';
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['level_change', 'level_change_basis'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY seals ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', named);
    PERFORM hold_sealed(named);
  END LOOP;
  CREATE POLICY of_child ON level_change TO linchpin_app USING (area_id = app_area() AND opens_plans_of(child_id)) WITH CHECK (area_id = app_area() AND opens_plans_of(child_id));
  -- Whoever may change the plan changes its level, in their own name and of a child on it.
  CREATE POLICY of_its_plan ON level_change AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR (recorded_by = app_person()
    AND EXISTS (SELECT 1 FROM plan_member m WHERE m.area_id = level_change.area_id AND m.plan_id = level_change.plan_id AND m.child_id = level_change.child_id)
    AND EXISTS (SELECT 1 FROM plan_member m JOIN child_access a ON a.area_id = m.area_id AND a.child_id = m.child_id
      WHERE m.area_id = app_area() AND m.plan_id = level_change.plan_id AND a.practitioner_id = app_person() AND NOT a.held_back AND a.during @> app_now()
        AND a.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record', 'line-manager'))));
  EXECUTE 'CREATE POLICY of_agency ON level_change_basis TO linchpin_app USING (' || told || ') WITH CHECK (' || said || ')';
  -- In the file of an agency at which whoever says it works: a senior manager reads no agency's file (0054), and may say it all the same.
  CREATE POLICY of_its_change ON level_change_basis AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR (
    EXISTS (SELECT 1 FROM post p WHERE p.area_id = level_change_basis.area_id AND p.agency_id = level_change_basis.agency_id
      AND p.practitioner_id = app_person() AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date)
    AND EXISTS (SELECT 1 FROM level_change c WHERE c.area_id = level_change_basis.area_id AND c.change_id = level_change_basis.change_id
      AND c.child_id = level_change_basis.child_id AND c.plan_id = level_change_basis.plan_id AND c.recorded_by = app_person())));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried',
    'common_entry', 'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress',
    'overlap_settled', 'plan_view', 'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution', 'assessment',
    'contributor', 'level_change', 'level_change_basis'] $$;

CREATE TABLE "family_engagement" (
	"area_id" uuid NOT NULL,
	"seen_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"state" text NOT NULL,
	"since_on" date NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "family_engagement_area_id_seen_id_pk" PRIMARY KEY("area_id","seen_id")
);
--> statement-breakpoint
ALTER TABLE "family_engagement" ADD CONSTRAINT "family_engagement_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_engagement" ADD CONSTRAINT "family_engagement_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "family_engagement_area_id_plan_id_child_id_since_on_index" ON "family_engagement" USING btree ("area_id","plan_id","child_id","since_on");
--> statement-breakpoint
-- How far a family is engaged is read by whoever may open its plan (CWDC-2.10a).
-- What was seen of a family stays: the app adds, and changes nothing.
GRANT SELECT, INSERT ON "family_engagement" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  part text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = family_engagement.child_id AND NOT a.held_back AND a.during @> app_now()';
BEGIN
  ALTER TABLE "family_engagement" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "family_engagement" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY of_child ON family_engagement TO linchpin_app USING (area_id = app_area() AND may_read_plan(plan_id) AND (' || part || '))) WITH CHECK (area_id = app_area() AND may_read_plan(plan_id) AND (' || part || ')))';
  -- Whoever leads says it, or stands in, of a child on the plan (CWDC-2.10a).
  EXECUTE 'CREATE POLICY of_its_plan ON family_engagement AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR (recorded_by = app_person()
    AND EXISTS (SELECT 1 FROM plan_member m WHERE m.area_id = family_engagement.area_id AND m.plan_id = family_engagement.plan_id AND m.child_id = family_engagement.child_id)
    AND (' || part || ' AND a.basis IN (''lead'', ''acting-lead'')))))';
  PERFORM hold_sealed('family_engagement');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "family_engagement" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement'] $$;

CREATE TABLE "agreed_way" (
	"area_id" uuid NOT NULL,
	"agreed_way_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"name" text,
	"way" text,
	"days" text[] NOT NULL,
	"how_often" text,
	"words" text,
	"agreed_with" text NOT NULL,
	"from_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "agreed_way_area_id_agreed_way_id_pk" PRIMARY KEY("area_id","agreed_way_id"),
	CONSTRAINT "agreed_way_says_how_often" CHECK (("agreed_way"."way" is null) = ("agreed_way"."how_often" is null)),
	CONSTRAINT "agreed_way_or_what_they_said" CHECK ("agreed_way"."way" is not null or "agreed_way"."words" is not null)
);
--> statement-breakpoint
ALTER TABLE "sent_copy" ADD COLUMN "other_way_because" text;--> statement-breakpoint
ALTER TABLE "agreed_way" ADD CONSTRAINT "agreed_way_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreed_way_area_id_child_id_recorded_at_index" ON "agreed_way" USING btree ("area_id","child_id","recorded_at");
--> statement-breakpoint
-- How a family is reached, as it was agreed with them (BOL-3.1). What was recorded stays: the app adds, and changes nothing.
GRANT SELECT, INSERT ON "agreed_way" TO linchpin_app;
--> statement-breakpoint
-- A number or a place in these words may tell where a child is: while that is kept from somebody they read none of it, as of the
-- parents and carers, and write none of it (0041).
DO $$
DECLARE
  sees text := 'area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = agreed_way.child_id AND a.during @> app_now())) AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])';
BEGIN
  ALTER TABLE "agreed_way" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "agreed_way" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY reads ON agreed_way FOR SELECT TO linchpin_app USING (' || sees || ')';
  EXECUTE 'CREATE POLICY adds ON agreed_way FOR INSERT TO linchpin_app WITH CHECK (' || sees || ' AND (app_is_system() OR recorded_by = app_person()))';
  PERFORM hold_sealed('agreed_way');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "agreed_way" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried',
    'common_entry', 'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress',
    'overlap_settled', 'plan_view', 'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution', 'assessment',
    'contributor', 'level_change', 'level_change_basis', 'agreed_way'] $$;

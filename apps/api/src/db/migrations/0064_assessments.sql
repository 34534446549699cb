CREATE TABLE "assessment" (
	"area_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"begun_on" date NOT NULL,
	"another" text,
	"another_words" text,
	"done_on" date,
	"found" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessment_area_id_assessment_id_pk" PRIMARY KEY("area_id","assessment_id"),
	CONSTRAINT "assessment_is_finished_with_what_was_found" CHECK (("assessment"."done_on" is null) = ("assessment"."found" is null)),
	CONSTRAINT "assessment_is_finished_after_it_began" CHECK ("assessment"."done_on" is null or "assessment"."done_on" >= "assessment"."begun_on")
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_area_id_child_id_index" ON "assessment" USING btree ("area_id","child_id");
--> statement-breakpoint
-- An assessment is finished once, with what was found; the rest stays as it was written.
GRANT SELECT, INSERT ON "assessment" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("done_on", "found", "version") ON "assessment" TO linchpin_app;
--> statement-breakpoint
-- Whether somebody has a part in a child's care by which the record is opened: the roll's office and a head have theirs for the roll.
CREATE FUNCTION "knows_the_record"(of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = of_child
    AND NOT a.held_back AND a.during @> app_now()
    AND a.basis IN ('named-person', 'lead', 'acting-lead', 'proposed-lead', 'plan-practitioner', 'line-manager', 'contact-of-record'));
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "knows_the_record"(uuid) TO linchpin_app;
--> statement-breakpoint
-- An item of one agency's file: for those of its people who work with the child. To anybody else it crosses as a release (decision 36).
DO $$
DECLARE
  ours text := 'area_id = app_area() AND knows_the_record(child_id) AND (app_is_system() OR agency_id = ANY ((SELECT my_agencies())::uuid[]))';
BEGIN
  ALTER TABLE "assessment" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "assessment" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY of_agency ON assessment TO linchpin_app USING (' || ours || ') WITH CHECK (' || ours || ')';
  EXECUTE 'CREATE POLICY by_whoever_writes ON assessment AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR recorded_by = app_person())';
  PERFORM hold_sealed('assessment');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "assessment" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- That there is an assessment in another agency's file, for somebody with a part in the child's care: where a yes that is in force covers their
-- agency or them, and no no does; or where it was shared with them and may still be read. Taken back, neither tells anything. What it says is
-- never told by this.
CREATE FUNCTION "assessments_told_of"(of_child uuid) RETURNS TABLE (assessment_id uuid, kind text, begun_on date, done_on date, agency text, release_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Europe/London')::date;
  mine uuid[] := my_agencies();
  kinds text[] := (SELECT coalesce(array_agg(g.kind), '{}') FROM agency g WHERE g.area_id = app_area() AND g.agency_id = ANY (mine));
BEGIN
  IF app_is_system() OR NOT knows_the_record(of_child) OR of_child = ANY (sealed_keys()) THEN RETURN; END IF;
  RETURN QUERY SELECT a.assessment_id, a.kind, a.begun_on, a.done_on, g.name, shared.release_id
  FROM assessment a
  JOIN agency g ON g.area_id = a.area_id AND g.agency_id = a.agency_id
  LEFT JOIN LATERAL (SELECT r.release_id FROM release r WHERE r.area_id = a.area_id AND r.child_id = a.child_id AND r.item_kind = 'assessment'
    AND r.item_id = a.assessment_id AND r.to_id = app_person() AND r.during @> app_now() ORDER BY r.released_at DESC, r.release_id LIMIT 1) shared ON true
  WHERE a.area_id = app_area() AND a.child_id = of_child AND a.agency_id <> ALL (mine)
    AND (shared.release_id IS NOT NULL OR EXISTS (SELECT 1 FROM consent y
      WHERE y.area_id = a.area_id AND y.child_id = a.child_id AND y.answer = 'given' AND y.superseded_at IS NULL
        AND (y.withdrawn_on IS NULL OR y.withdrawn_on > today) AND y.during @> today
        AND (y.items = '{}' OR a.assessment_id = ANY (y.items)) AND (app_person() = ANY (y.recipients) OR y.agencies && kinds)
        AND NOT EXISTS (SELECT 1 FROM consent n
          WHERE n.area_id = a.area_id AND n.child_id = a.child_id AND n.answer = 'refused' AND n.superseded_at IS NULL
            AND (n.withdrawn_on IS NULL OR n.withdrawn_on > today) AND n.during @> today
            AND (n.items = '{}' OR a.assessment_id = ANY (n.items)) AND (app_person() = ANY (n.recipients) OR n.agencies && kinds)
            AND (lower(n.during) >= lower(y.during) OR n.answered_by <> y.answered_by OR n.answered_by_name IS DISTINCT FROM y.answered_by_name))));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "assessments_told_of"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "assessments_told_of"(uuid) TO linchpin_app;
--> statement-breakpoint
-- How far a family is engaged is read, child by child, by whoever has a part by which a plan is opened (0061 asked it of any child of the plan).
CREATE FUNCTION "opens_plans_of"(of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = of_child
    AND NOT a.held_back AND a.during @> app_now()
    AND a.basis IN ('named-person', 'lead', 'acting-lead', 'proposed-lead', 'plan-practitioner', 'line-manager', 'contact-of-record',
      'review-officer', 'forum-member', 'quality-auditor', 'coordinator', 'role-supervisor', 'emergency'));
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "opens_plans_of"(uuid) TO linchpin_app;
--> statement-breakpoint
DROP POLICY "of_child" ON "family_engagement";
--> statement-breakpoint
CREATE POLICY "of_child" ON "family_engagement" TO linchpin_app USING (area_id = app_area() AND opens_plans_of(child_id)) WITH CHECK (area_id = app_area() AND opens_plans_of(child_id));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution', 'assessment'] $$;

-- Somebody with a light account reads the summary of one child's plan and sends updates (CWDC-3.10). Rows are added and never changed.
CREATE TABLE "contribution" (
	"area_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "contribution_area_id_contribution_id_pk" PRIMARY KEY("area_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "contributor" (
	"area_id" uuid NOT NULL,
	"contributor_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_practitioner_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamptz NOT NULL,
	CONSTRAINT "contributor_area_id_contributor_id_pk" PRIMARY KEY("area_id","contributor_id")
);
--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_area_id_contributor_id_contributor_area_id_contributor_id_fk" FOREIGN KEY ("area_id","contributor_id") REFERENCES "public"."contributor"("area_id","contributor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_area_id_plan_practitioner_id_plan_practitioner_area_id_plan_practitioner_id_fk" FOREIGN KEY ("area_id","plan_practitioner_id") REFERENCES "public"."plan_practitioner"("area_id","plan_practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contribution_area_id_plan_id_recorded_at_index" ON "contribution" USING btree ("area_id","plan_id","recorded_at");--> statement-breakpoint
CREATE INDEX "contribution_area_id_contributor_id_index" ON "contribution" USING btree ("area_id","contributor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invited_once" ON "contributor" USING btree ("area_id","plan_practitioner_id","child_id");--> statement-breakpoint
CREATE INDEX "contributor_area_id_practitioner_id_index" ON "contributor" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "contributor_area_id_plan_id_index" ON "contributor" USING btree ("area_id","plan_id");--> statement-breakpoint
GRANT SELECT, INSERT ON "contributor", "contribution" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['contributor', 'contribution'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_child ON %1$I FOR SELECT TO linchpin_app USING (area_id = app_area() AND (' || sees || '))', named);
    EXECUTE format('CREATE POLICY seals ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', named);
    PERFORM hold_sealed(named);
  END LOOP;
END $$;
--> statement-breakpoint
-- An invitation is about a child of the plan that its row is on, and is given by whoever writes it.
CREATE POLICY "invites" ON "contributor" FOR INSERT TO linchpin_app WITH CHECK (
  area_id = app_area() AND (app_is_system() OR invited_by = app_person())
    AND EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = contributor.child_id AND a.during @> app_now())
    AND EXISTS (SELECT 1 FROM plan_member m WHERE m.area_id = contributor.area_id AND m.plan_id = contributor.plan_id AND m.child_id = contributor.child_id)
    AND EXISTS (SELECT 1 FROM plan_practitioner t WHERE t.area_id = contributor.area_id AND t.plan_practitioner_id = contributor.plan_practitioner_id
      AND t.plan_id = contributor.plan_id AND t.practitioner_id = contributor.practitioner_id AND t.during @> app_now()));
--> statement-breakpoint
-- The caller's invitations that go on: with their row on an open plan, and with what the plan may be read on about that child
-- (plan_is_open_to). The child by given name and initial; by whole name where the plan was released to them. Nothing where
-- they are held back from the child, and nothing of a sealed record.
CREATE FUNCTION "my_contributions"() RETURNS TABLE (contributor_id uuid, plan_id uuid, child_id uuid, invited_by uuid, invited_at timestamptz, given_name text, family_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT k.contributor_id, k.plan_id, k.child_id, k.invited_by, k.invited_at, c.given_name,
    CASE WHEN EXISTS (SELECT 1 FROM release r WHERE r.area_id = k.area_id AND r.child_id = k.child_id AND r.item_kind = 'plan' AND r.item_id = k.plan_id
      AND r.to_id = app_person() AND r.during @> app_now()) THEN c.family_name ELSE left(c.family_name, 1) END
  FROM contributor k
  JOIN plan p ON p.area_id = k.area_id AND p.plan_id = k.plan_id AND p.state = 'open'
  JOIN plan_member m ON m.area_id = k.area_id AND m.plan_id = k.plan_id AND m.child_id = k.child_id
  JOIN plan_practitioner t ON t.area_id = k.area_id AND t.plan_practitioner_id = k.plan_practitioner_id AND t.practitioner_id = k.practitioner_id AND t.during @> app_now()
  JOIN child c ON c.area_id = k.area_id AND c.child_id = k.child_id AND c.withdrawn_at IS NULL
  WHERE k.area_id = app_area() AND k.practitioner_id = app_person() AND NOT is_held_back(k.area_id, app_person(), k.child_id)
    AND k.child_id <> ALL (sealed_keys()) AND k.plan_id <> ALL (sealed_keys())
    AND plan_is_open_to(k.plan_id, k.child_id, t.agency_id, app_person());
END $$;
--> statement-breakpoint
-- The summary of one child's plan for whoever was invited to it: who to turn to, what is to be better, and what was agreed of whom
-- by when. How to reach somebody is left out where it may tell where a child is. What the family said, why help is needed, the
-- record and other children of the plan are no part of it.
CREATE FUNCTION "my_summary"(of_contributor uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  mine record;
BEGIN
  SELECT * INTO mine FROM my_contributions() m WHERE m.contributor_id = of_contributor;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN jsonb_build_object(
    'kind', (SELECT p.kind FROM plan p WHERE p.area_id = app_area() AND p.plan_id = mine.plan_id),
    'contact', (SELECT jsonb_build_object('name', pr.name, 'as', k."as", 'agency', coalesce(ag.name, ''),
        'phone', CASE WHEN mine.child_id <> ALL (whereabouts_kept_from_me()) THEN pr.phone END, 'email', CASE WHEN mine.child_id <> ALL (whereabouts_kept_from_me()) THEN pr.email END)
      FROM contact_of_record k
      JOIN practitioner pr ON pr.area_id = k.area_id AND pr.practitioner_id = k.practitioner_id
      LEFT JOIN LATERAL (SELECT g.name FROM post po JOIN agency g ON g.area_id = po.area_id AND g.agency_id = po.agency_id
        WHERE po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
        ORDER BY po.hours DESC, po.post_id LIMIT 1) ag ON true
      WHERE k.area_id = app_area() AND k.plan_id = mine.plan_id AND upper_inf(k.during)),
    'outcomes', coalesce((SELECT jsonb_agg(o.words ORDER BY o.recorded_at, o.outcome_id) FROM plan_outcome o
      WHERE o.area_id = app_area() AND o.plan_id = mine.plan_id AND o.child_id = mine.child_id AND o.ended_at IS NULL), '[]'),
    'actions', coalesce((SELECT jsonb_agg(jsonb_build_object('actionId', a.action_id, 'what', a.what, 'outcome', a.outcome,
        'who', coalesce(pr.name, ag.name), 'dueOn', a.due_on, 'state', a.state) ORDER BY a.due_on NULLS LAST, a.action_id)
      FROM plan_action a
      JOIN agency ag ON ag.area_id = a.area_id AND ag.agency_id = a.agency_id
      LEFT JOIN practitioner pr ON pr.area_id = a.area_id AND pr.practitioner_id = a.owner_id
      WHERE a.area_id = app_area() AND a.plan_id = mine.plan_id AND a.child_id = mine.child_id AND a.state IN ('planned', 'running', 'done')), '[]'),
    'sent', coalesce((SELECT jsonb_agg(jsonb_build_object('contributionId', s.contribution_id, 'words', s.words, 'at', to_char(s.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY s.recorded_at DESC, s.contribution_id DESC)
      FROM (SELECT * FROM contribution n WHERE n.area_id = app_area() AND n.contributor_id = of_contributor ORDER BY n.recorded_at DESC, n.contribution_id DESC LIMIT 50) s), '[]'));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "my_contributions"(), "my_summary"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "my_contributions"(), "my_summary"(uuid) TO linchpin_app;
--> statement-breakpoint
-- An update is its writer's own, under an invitation of theirs that goes on.
CREATE POLICY "sends" ON "contribution" FOR INSERT TO linchpin_app WITH CHECK (
  area_id = app_area() AND recorded_by = app_person()
    AND EXISTS (SELECT 1 FROM my_contributions() m WHERE m.contributor_id = contribution.contributor_id AND m.plan_id = contribution.plan_id AND m.child_id = contribution.child_id));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution'] $$;

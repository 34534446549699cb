-- What was begun or asked by mistake can be taken back: an assessment is not gone on with, an invitation to contribute ends by itself.
DROP INDEX "invited_once";--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "stopped_on" date;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "stopped_because" text;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "stopped_words" text;--> statement-breakpoint
ALTER TABLE "contributor" ADD COLUMN "ended_at" timestamptz;--> statement-breakpoint
ALTER TABLE "contributor" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "contributor" ADD COLUMN "ended_because" text;--> statement-breakpoint
CREATE UNIQUE INDEX "invited_once" ON "contributor" USING btree ("area_id","plan_practitioner_id","child_id") WHERE "contributor"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_is_stopped_with_why" CHECK (("assessment"."stopped_on" is null) = ("assessment"."stopped_because" is null) and ("assessment"."stopped_on" is not null or "assessment"."stopped_words" is null));--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_is_stopped_after_it_began" CHECK ("assessment"."stopped_on" is null or "assessment"."stopped_on" >= "assessment"."begun_on");--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_is_finished_or_stopped" CHECK ("assessment"."done_on" is null or "assessment"."stopped_on" is null);--> statement-breakpoint
ALTER TABLE "contributor" ADD CONSTRAINT "invitation_ends_by_somebody" CHECK (("contributor"."ended_at" is null) = ("contributor"."ended_by" is null) and ("contributor"."ended_at" is null) = ("contributor"."ended_because" is null));
--> statement-breakpoint
-- An assessment is finished with what was found, or not gone on with and why; the rest stays as it was written.
GRANT UPDATE ("stopped_on", "stopped_because", "stopped_words") ON "assessment" TO linchpin_app;
--> statement-breakpoint
-- An invitation is taken back by itself, by whoever opens the plan of that child, once, in their own name.
GRANT UPDATE ("ended_at", "ended_by", "ended_because") ON "contributor" TO linchpin_app;
--> statement-breakpoint
CREATE POLICY "takes_back" ON "contributor" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND opens_plans_of(child_id) AND ended_at IS NULL)
  WITH CHECK (area_id = app_area() AND opens_plans_of(child_id) AND (app_is_system() OR ended_by = app_person()));
--> statement-breakpoint
-- An invitation that was taken back opens nothing from that moment.
CREATE OR REPLACE FUNCTION "my_contributions"() RETURNS TABLE (contributor_id uuid, plan_id uuid, child_id uuid, invited_by uuid, invited_at timestamptz, given_name text, family_name text)
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
  WHERE k.area_id = app_area() AND k.practitioner_id = app_person() AND k.ended_at IS NULL AND NOT is_held_back(k.area_id, app_person(), k.child_id)
    AND k.child_id <> ALL (sealed_keys()) AND k.plan_id <> ALL (sealed_keys())
    AND plan_is_open_to(k.plan_id, k.child_id, t.agency_id, app_person());
END $$;
--> statement-breakpoint
-- An assessment that is not gone on with is told of to nobody: there is nothing to use again.
CREATE OR REPLACE FUNCTION "assessments_told_of"(of_child uuid) RETURNS TABLE (assessment_id uuid, kind text, begun_on date, done_on date, agency text, release_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Europe/London')::date;
  mine uuid[] := my_agencies();
  kinds text[] := (SELECT coalesce(array_agg(g.kind), '{}') FROM agency g WHERE g.area_id = app_area() AND g.agency_id = ANY (mine));
BEGIN
  IF app_is_system() OR NOT knows_the_record(of_child) OR of_child = ANY (sealed_keys()) THEN RETURN; END IF;
  RETURN QUERY
  WITH heard AS (
    -- What speaks to the caller. Adults are told apart by their names, as the domain's nameKey writes them; whoever has none has no second answer.
    SELECT c.answer, c.items, lower(c.during) AS since, c.answered_by AS whose,
      CASE WHEN c.answered_by = 'child' THEN 'the child' ELSE nullif(trim(regexp_replace(replace(lower(regexp_replace(
        normalize(coalesce(c.answered_by_name, ''), NFKD), '[\u0300-\u036f]', '', 'g')), '''', ''), '[^[:alnum:]]+', ' ', 'g')), '') END AS person,
      CASE WHEN c.withdrawn_on <= today THEN c.withdrawn_on END AS taken_back,
      c.during @> today AND (c.withdrawn_on IS NULL OR c.withdrawn_on > today) AS holds
    FROM consent c
    WHERE c.area_id = app_area() AND c.child_id = of_child AND c.superseded_at IS NULL AND (app_person() = ANY (c.recipients) OR c.agencies && kinds))
  SELECT a.assessment_id, a.kind, a.begun_on, a.done_on, g.name, shared.release_id
  FROM assessment a
  JOIN agency g ON g.area_id = a.area_id AND g.agency_id = a.agency_id
  LEFT JOIN LATERAL (SELECT r.release_id FROM release r WHERE r.area_id = a.area_id AND r.child_id = a.child_id AND r.item_kind = 'assessment'
    AND r.item_id = a.assessment_id AND r.to_id = app_person() AND r.during @> app_now() ORDER BY r.released_at DESC, r.release_id LIMIT 1) shared ON true
  CROSS JOIN LATERAL (
    WITH speaks AS (SELECT h.* FROM heard h WHERE h.items = '{}' OR a.assessment_id = ANY (h.items)),
    stands AS (SELECT s.* FROM speaks s WHERE NOT EXISTS (SELECT 1 FROM speaks o
      WHERE o.whose = s.whose AND o.person = s.person AND o.answer <> s.answer AND o.since <= today
        AND (o.since > s.since OR (o.since = s.since AND o.answer = 'refused'))))
    SELECT EXISTS (SELECT 1 FROM stands y WHERE y.answer = 'given' AND y.holds)
      AND NOT EXISTS (SELECT 1 FROM stands n WHERE (n.answer = 'refused' AND n.holds)
        OR (n.answer = 'given' AND n.taken_back IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stands again
          WHERE again.answer = 'given' AND again.holds AND again.whose = n.whose AND again.since >= n.taken_back))) AS is_yes) answered
  WHERE a.area_id = app_area() AND a.child_id = of_child AND a.stopped_on IS NULL AND a.agency_id <> ALL (mine) AND (shared.release_id IS NOT NULL OR answered.is_yes);
END $$;
--> statement-breakpoint
-- A step that says what went out of one agency's own file is read by everybody with a part in the child's care: what it was, and what for,
-- stands with the share, for those who may know it (decision 36).
ALTER TABLE "chronology_entry" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "chronology_entry" e SET "title" = left(e.title, length(e.title) - length(r.title)) || 'Something in another service''s file',
    "detail" = substring(e.detail from 'It rests on this: .*$')
  FROM "release" r WHERE r.area_id = e.area_id AND r.child_id = e.child_id AND r.decision_id = e.decision_id AND e.act = 'consent.released'
    AND r.item_kind IN ('check', 'discussion', 'assessment') AND right(e.title, length(r.title)) = r.title;
--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "chronology_entry" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution', 'assessment', 'contributor'] $$;

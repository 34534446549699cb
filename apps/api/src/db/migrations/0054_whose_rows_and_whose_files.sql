-- Whose row it is, of which plan and child, and in whose file: held by the database too.
ALTER TABLE "deputy" ADD COLUMN "by_managers_reason" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- The app settles and never rewrites: whose a row is, what was asked and what was agreed stay as they were written.
REVOKE UPDATE ON "group_seat", "group_meeting", "group_item", "deputy", "plan_outcome" FROM linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("during", "ended_by", "ended_because") ON "group_seat" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("published_at", "published_by", "version") ON "group_meeting" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("state", "because", "meeting_id", "placed_by", "placed_at", "housing", "housing_why", "housing_invited_on", "reporter_invited_on", "reporters_part", "reporters_words", "present", "decision", "owner_agency", "due_on", "decided_on", "decided_by", "decided_at", "version") ON "group_item" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("during") ON "deputy" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("ended_at", "ended_by", "ended_because", "version") ON "plan_outcome" TO linchpin_app;
--> statement-breakpoint
-- Why an item comes before the group is for whoever leads or answers for the child (decision 29): of the steps others read the decision alone.
CREATE FUNCTION "answers_for"(of_child uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = of_child
    AND a.during @> app_now() AND a.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record', 'line-manager'))
$$;
--> statement-breakpoint
CREATE POLICY "why_it_comes" ON "chronology_entry" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  act NOT LIKE 'group-item.%' OR act = 'group-item.decided' OR by_id = app_person() OR answers_for(child_id));
--> statement-breakpoint
CREATE POLICY "why_it_comes" ON "decision" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  question NOT IN ('dispute.may', 'dispute.item', 'meeting.group-item') OR child_id IS NULL OR asked_by = app_person() OR answers_for(child_id));
--> statement-breakpoint
-- The named co-ordinator names who sits for a service; who is named holds a post that carries the seat, and the co-ordinator no service's (HIG-159, HIG-177).
CREATE OR REPLACE FUNCTION "may_keep_seat"(of_seat text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR ((of_seat = 'coordinator' OR keeps_the_agenda()) AND EXISTS (
    SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
      AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND po.role = CASE WHEN of_seat = 'coordinator' THEN 'service-manager' ELSE 'coordinator' END))
$$;
--> statement-breakpoint
CREATE FUNCTION "may_hold_seat"(of_seat text, of_holding text, of_person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(CASE WHEN of_seat = 'coordinator' THEN bool_or(po.role = 'coordinator') AND NOT bool_or(po.role = 'service-manager')
      ELSE bool_or(ag.kind = of_seat AND (po.role = 'service-manager' OR (of_holding = 'deputy' AND po.role IN ('team-manager', 'head')))) END, false)
  FROM post po JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE po.area_id = app_area() AND po.practitioner_id = of_person AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
$$;
--> statement-breakpoint
CREATE POLICY "rests_on_a_post" ON "group_seat" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR may_hold_seat(seat, holding, practitioner_id));
--> statement-breakpoint
-- A service's manager opens their own agency's file and nobody else's; the co-ordinator writes down what each agency settled (HIG-183, HIG-198).
CREATE POLICY "of_own_agency" ON "record_stage" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  app_is_system() OR agency_id IS NULL OR agency_id = ANY ((SELECT my_agencies())::uuid[])
  OR EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
    AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND po.role = 'coordinator'));
--> statement-breakpoint
-- A senior manager's post stands beside another post in the same organisation: whoever has left that one is of that agency no more.
CREATE OR REPLACE FUNCTION "my_agencies"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(p.agency_id) FROM post p
    WHERE p.area_id = app_area() AND p.practitioner_id = app_person()
      AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND NOT EXISTS (SELECT 1 FROM senior_manager n WHERE n.area_id = p.area_id AND n.post_id = p.post_id)), '{}');
END $$;
--> statement-breakpoint
-- What is written of a plan is of that plan, of a child on it, and by whoever writes it.
DO $$
DECLARE
  named text;
  by_me text;
  on_plan text := 'EXISTS (SELECT 1 FROM plan_member m WHERE m.area_id = %1$I.area_id AND m.plan_id = %1$I.plan_id AND m.child_id = %1$I.child_id)';
  of_action text := 'EXISTS (SELECT 1 FROM plan_action a WHERE a.area_id = %1$I.area_id AND a.action_id = %1$I.%2$I AND a.plan_id = %1$I.plan_id AND a.child_id = %1$I.child_id)';
  more text;
BEGIN
  FOREACH named IN ARRAY ARRAY['group_item', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_outcome', 'plan_view', 'plan_view_answer'] LOOP
    by_me := CASE WHEN named = 'group_item' THEN 'asked_by = app_person()' WHEN named = 'who_does_what' THEN 'issued_by = app_person()'
      WHEN named IN ('who_does_what_line', 'who_does_what_action') THEN 'EXISTS (SELECT 1 FROM who_does_what w WHERE w.area_id = %1$I.area_id AND w.list_id = %1$I.list_id
        AND w.plan_id = %1$I.plan_id AND w.child_id = %1$I.child_id AND w.issued_by = app_person())'
      ELSE 'recorded_by = app_person()' END;
    more := CASE named
      WHEN 'group_item' THEN 'action_id IS NULL OR ' || replace(of_action, '%2$I', 'action_id')
      WHEN 'who_does_what_said' THEN 'EXISTS (SELECT 1 FROM who_does_what_line l WHERE l.area_id = %1$I.area_id AND l.line_id = %1$I.line_id AND l.plan_id = %1$I.plan_id AND l.child_id = %1$I.child_id)'
      WHEN 'action_progress' THEN replace(of_action, '%2$I', 'action_id')
      WHEN 'overlap_settled' THEN replace(of_action, '%2$I', 'action_id') || ' AND ' || replace(of_action, '%2$I', 'other_action_id')
      WHEN 'plan_view_answer' THEN 'EXISTS (SELECT 1 FROM plan_view v WHERE v.area_id = %1$I.area_id AND v.view_id = %1$I.view_id AND v.plan_id = %1$I.plan_id AND v.child_id = %1$I.child_id)'
      ELSE 'true' END;
    EXECUTE format('CREATE POLICY of_its_plan ON %1$I AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR (' || by_me || ' AND ' || on_plan || ' AND (' || more || ')))', named);
  END LOOP;
END $$;
--> statement-breakpoint
-- What puts an entry right, or takes back a brother or sister, is about the same child, and in the same agency's file. (Functions,
-- since a policy may not read its own table.)
CREATE FUNCTION "is_own_entry"(of_entry uuid, of_child uuid, of_agency uuid, of_part text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM common_entry e
    WHERE e.area_id = app_area() AND e.entry_id = of_entry AND e.child_id = of_child AND e.agency_id = of_agency AND e.part = of_part);
END $$;
--> statement-breakpoint
CREATE POLICY "puts_its_own_right" ON "common_entry" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  app_is_system() OR corrects_id IS NULL OR is_own_entry(corrects_id, child_id, agency_id, part));
--> statement-breakpoint
CREATE FUNCTION "is_said_of"(of_link uuid, of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM sibling_said s WHERE s.area_id = app_area() AND s.link_id = of_link AND s.child_id = of_child);
END $$;
--> statement-breakpoint
CREATE POLICY "takes_its_own_back" ON "sibling_said" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  app_is_system() OR takes_back_id IS NULL OR is_said_of(takes_back_id, child_id));

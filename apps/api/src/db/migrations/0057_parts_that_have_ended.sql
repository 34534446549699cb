-- What a light account sees of a plan ends with its row on the plan, and with what its agency's reading of the plan rests on, child by
-- child (HIG-26, HD-14). Until now the whole name, the action and the right to post on it stayed.
--
-- Whether somebody of an agency who is on a plan may know of it about a child: nothing was ever asked of that agency; or what it was
-- shared on stands, for them or for a colleague on the plan; or a colleague has a part of their own. Somebody who left the plan takes
-- what they were shared with them, and colleagues who came in by it go on for as long as the answer it rested on stands.
CREATE FUNCTION "plan_is_open_to"(of_plan uuid, of_child uuid, their_agency uuid, person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := (app_now() AT TIME ZONE 'Europe/London')::date;
  asked boolean;
  stands boolean;
BEGIN
  SELECT count(*) > 0, bool_or(CASE
      WHEN r.during @> app_now() THEN r.to_id = person OR EXISTS (SELECT 1 FROM plan_practitioner o WHERE o.area_id = app_area() AND o.plan_id = of_plan
        AND o.agency_id = their_agency AND o.practitioner_id = r.to_id AND o.during @> app_now())
      ELSE r.to_id <> person
        AND EXISTS (SELECT 1 FROM plan_practitioner o WHERE o.area_id = app_area() AND o.plan_id = of_plan AND o.agency_id = their_agency
          AND o.practitioner_id = r.to_id AND upper(o.during) = upper(r.during))
        AND (r.consent_id IS NULL OR EXISTS (SELECT 1 FROM consent s WHERE s.area_id = app_area() AND s.consent_id = r.consent_id
          AND s.superseded_at IS NULL AND (s.withdrawn_on IS NULL OR s.withdrawn_on > today) AND s.during @> today))
      END)
    INTO asked, stands FROM release r
    WHERE r.area_id = app_area() AND r.child_id = of_child AND r.item_kind = 'plan' AND r.item_id = of_plan
      AND r.to_id IN (SELECT t.practitioner_id FROM plan_practitioner t WHERE t.area_id = app_area() AND t.plan_id = of_plan AND t.agency_id = their_agency);
  RETURN NOT asked OR stands OR EXISTS (SELECT 1 FROM child_access a
    JOIN post po ON po.area_id = a.area_id AND po.practitioner_id = a.practitioner_id AND po.agency_id = their_agency AND po.during @> today
    WHERE a.area_id = app_area() AND a.child_id = of_child AND a.during @> app_now()
      AND a.basis IN ('named-person', 'lead', 'acting-lead', 'proposed-lead', 'contact-of-record'));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "plan_is_open_to"(uuid, uuid, uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "plan_is_open_to"(uuid, uuid, uuid, uuid) TO linchpin_app;
--> statement-breakpoint
-- The caller's own actions on open plans that they are on: what was agreed, by when, and the child by given name and initial; by whole name
-- where the plan was released to them. Nothing where they are held back from the child.
CREATE OR REPLACE FUNCTION "my_own_actions"() RETURNS TABLE (action_id uuid, version integer, child_id uuid, plan_id uuid, what text, outcome text, starts_on date, due_on date, state text, given_name text, family_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT a.action_id, a.version, a.child_id, a.plan_id, a.what, a.outcome, a.starts_on, a.due_on, a.state, c.given_name,
    CASE WHEN EXISTS (SELECT 1 FROM release r WHERE r.area_id = a.area_id AND r.child_id = a.child_id AND r.item_kind = 'plan' AND r.item_id = a.plan_id
      AND r.to_id = app_person() AND r.during @> app_now()) THEN c.family_name ELSE left(c.family_name, 1) END
  FROM plan_action a
  JOIN plan p ON p.area_id = a.area_id AND p.plan_id = a.plan_id AND p.state = 'open'
  JOIN plan_practitioner t ON t.area_id = a.area_id AND t.plan_id = a.plan_id AND t.practitioner_id = a.owner_id AND t.during @> app_now()
  JOIN child c ON c.area_id = a.area_id AND c.child_id = a.child_id AND c.withdrawn_at IS NULL
  WHERE a.area_id = app_area() AND a.owner_id = app_person() AND NOT is_held_back(a.area_id, app_person(), a.child_id)
    AND plan_is_open_to(a.plan_id, a.child_id, t.agency_id, app_person());
END $$;
--> statement-breakpoint
-- The caller's own line on the list that counts now, of each open plan that they are on: a line of somebody who left is whoever leads's to settle.
CREATE OR REPLACE FUNCTION "my_own_lines"() RETURNS TABLE (list_id uuid, line_id uuid, child_id uuid, plan_id uuid, issued_on date, issued_by uuid, role text, given_name text, family_name text, does jsonb, said jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT l.list_id, l.line_id, l.child_id, l.plan_id, w.issued_on, w.issued_by, l.role, c.given_name,
    CASE WHEN EXISTS (SELECT 1 FROM release r WHERE r.area_id = l.area_id AND r.child_id = l.child_id AND r.item_kind = 'plan' AND r.item_id = l.plan_id
      AND r.to_id = app_person() AND r.during @> app_now()) THEN c.family_name ELSE left(c.family_name, 1) END,
    coalesce((SELECT jsonb_agg(jsonb_build_object('what', d.what, 'outcome', d.outcome, 'startsOn', d.starts_on, 'dueOn', d.due_on) ORDER BY d.due_on NULLS LAST, d.action_id)
      FROM who_does_what_action d WHERE d.area_id = l.area_id AND d.list_id = l.list_id AND d.line_id = l.line_id), '[]'),
    coalesce((SELECT jsonb_agg(jsonb_build_object('says', s.says, 'words', s.words, 'on', s.said_on, 'recordedBy', s.recorded_by) ORDER BY s.recorded_at, s.said_id)
      FROM who_does_what_said s WHERE s.area_id = l.area_id AND s.line_id = l.line_id), '[]')
  FROM who_does_what_line l
  JOIN who_does_what w ON w.area_id = l.area_id AND w.list_id = l.list_id
  JOIN plan p ON p.area_id = l.area_id AND p.plan_id = l.plan_id AND p.state = 'open'
  JOIN child c ON c.area_id = l.area_id AND c.child_id = l.child_id AND c.withdrawn_at IS NULL
  WHERE l.area_id = app_area() AND l.practitioner_id = app_person() AND NOT is_held_back(l.area_id, app_person(), l.child_id)
    AND l.child_id <> ALL (sealed_keys()) AND l.plan_id <> ALL (sealed_keys())
    AND NOT EXISTS (SELECT 1 FROM who_does_what later WHERE later.area_id = w.area_id AND later.after_list_id = w.list_id)
    AND EXISTS (SELECT 1 FROM plan_practitioner t WHERE t.area_id = l.area_id AND t.plan_id = l.plan_id AND t.practitioner_id = app_person() AND t.during @> app_now()
      AND plan_is_open_to(l.plan_id, l.child_id, t.agency_id, app_person()));
END $$;

-- A plan, who leads it and who works on it are seen in the whole area without the child (decision 4): managers weigh work
-- by them. What somebody wrote on these rows about a family is not. The app's role cannot read those columns; it asks for
-- them through the functions below, plan by plan, and is given them where it may read of one of the plan's children.
DO $$
DECLARE
  held record;
BEGIN
  FOR held IN SELECT * FROM (VALUES
    ('plan', ARRAY['trigger_words', 'integrated_response_reason']),
    ('lead', ARRAY['best_placed_because', 'ended_because']),
    ('plan_practitioner', ARRAY['relationship', 'ended_because']),
    ('acting_lead', ARRAY['reason'])) AS t (named, words)
  LOOP
    EXECUTE format('REVOKE SELECT ON %I FROM linchpin_app', held.named);
    EXECUTE (SELECT format('GRANT SELECT (%s) ON %I TO linchpin_app', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), held.named)
      FROM pg_attribute a WHERE a.attrelid = held.named::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (held.words));
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION "may_read_plan"(of_plan uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN of_plan <> ALL ((SELECT sealed_keys())::uuid[])
    AND (app_is_system() OR EXISTS (SELECT 1 FROM plan_member m JOIN child_access a ON a.area_id = m.area_id AND a.child_id = m.child_id
      WHERE m.area_id = app_area() AND m.plan_id = of_plan AND a.practitioner_id = app_person() AND NOT a.held_back AND a.during @> app_now()));
END $$;
--> statement-breakpoint
CREATE FUNCTION "words_of_plan"(of_plan uuid) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT may_read_plan(of_plan) THEN RETURN NULL; END IF;
  RETURN (SELECT json_build_object('trigger', p.trigger_words, 'integrated', p.integrated_response_reason)
    FROM plan p WHERE p.area_id = app_area() AND p.plan_id = of_plan);
END $$;
--> statement-breakpoint
CREATE FUNCTION "words_of_leads"(of_plan uuid) RETURNS TABLE ("of_lead" uuid, "best_placed" text, "ended" text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT may_read_plan(of_plan) THEN RETURN; END IF;
  RETURN QUERY SELECT l.lead_id, l.best_placed_because, l.ended_because FROM lead l WHERE l.area_id = app_area() AND l.plan_id = of_plan;
END $$;
--> statement-breakpoint
CREATE FUNCTION "words_of_team"(of_plan uuid) RETURNS TABLE ("of_row" uuid, "relation" text, "ended" text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT may_read_plan(of_plan) THEN RETURN; END IF;
  RETURN QUERY SELECT t.plan_practitioner_id, t.relationship, t.ended_because FROM plan_practitioner t WHERE t.area_id = app_area() AND t.plan_id = of_plan;
END $$;
--> statement-breakpoint
CREATE FUNCTION "why_leads_were_away"(of_plan uuid) RETURNS TABLE ("of_row" uuid, "why" text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT may_read_plan(of_plan) THEN RETURN; END IF;
  RETURN QUERY SELECT a.acting_lead_id, a.reason FROM acting_lead a WHERE a.area_id = app_area() AND a.plan_id = of_plan;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "may_read_plan"(uuid), "words_of_plan"(uuid), "words_of_leads"(uuid), "words_of_team"(uuid), "why_leads_were_away"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "may_read_plan"(uuid), "words_of_plan"(uuid), "words_of_leads"(uuid), "words_of_team"(uuid), "why_leads_were_away"(uuid) TO linchpin_app;
--> statement-breakpoint
-- That an agency supports the youth offending team's officer leading is said of one family's plan, and weighs nothing.
DROP POLICY "of_area" ON "agency_support";
--> statement-breakpoint
CREATE POLICY "of_plan" ON "agency_support" TO linchpin_app USING (area_id = app_area() AND may_read_plan(plan_id)) WITH CHECK (area_id = app_area() AND may_read_plan(plan_id));
--> statement-breakpoint
-- What is on its way to somebody is added by anybody, and read by what brings it alone.
DROP POLICY "of_area" ON "outbox";
--> statement-breakpoint
CREATE POLICY "adds" ON "outbox" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "brings" ON "outbox" TO linchpin_app USING (area_id = app_area() AND app_is_system()) WITH CHECK (area_id = app_area() AND app_is_system());

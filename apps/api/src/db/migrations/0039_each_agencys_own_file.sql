-- Each agency's own file (design, section 6; HIG-183): a concern belongs to the agency of whoever wrote it, on the day they did.
CREATE FUNCTION "agency_at"(of_area uuid, of_person uuid, at timestamptz) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN (SELECT p.agency_id FROM post p
    WHERE p.area_id = of_area AND p.practitioner_id = of_person AND p.during @> (at AT TIME ZONE 'Europe/London')::date
    ORDER BY p.hours DESC, p.post_id LIMIT 1);
END $$;
--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "agency_id" uuid;
--> statement-breakpoint
ALTER TABLE "concern" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "concern" SET "agency_id" = agency_at("area_id", "recorded_by", "recorded_at");
--> statement-breakpoint
ALTER TABLE "concern" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whose file it is, is not for the writer to say.
CREATE FUNCTION "concern_is_of_its_agency"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.agency_id := agency_at(NEW.area_id, NEW.recorded_by, NEW.recorded_at);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "concern_is_of_its_agency" BEFORE INSERT ON "concern" FOR EACH ROW EXECUTE FUNCTION concern_is_of_its_agency();
--> statement-breakpoint
CREATE FUNCTION "my_agencies"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(p.agency_id) FROM post p
    WHERE p.area_id = app_area() AND p.practitioner_id = app_person()
      AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date), '{}');
END $$;
--> statement-breakpoint
-- Children of whose concerns the caller reads what their own agency wrote and what was shared with them, and no more.
-- Open are every agency's concerns to whoever worries come to: the named person, whoever leads or is the contact of record,
-- their managers of the same agency, a review officer for their time, and in an emergency. Where nobody holds any of these,
-- worries come to whoever heads the place. The same relations stand in packages/domain/src/access/acts.ts (readsEveryFile).
CREATE FUNCTION "files_closed_to_me"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_is_system() THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(mine.child_id) FROM (
      SELECT a.child_id, bool_or(a.basis IN ('line-manager', 'head')) AS manages FROM child_access a
        WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND NOT a.held_back AND a.during @> app_now()
        GROUP BY a.child_id
        HAVING NOT bool_or(a.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record', 'review-officer', 'emergency'))) mine
    WHERE NOT mine.manages OR (
      EXISTS (SELECT 1 FROM child_access b
        WHERE b.area_id = app_area() AND b.child_id = mine.child_id AND b.during @> app_now()
          AND b.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record'))
      AND NOT EXISTS (SELECT 1 FROM child_access b
        JOIN post p ON p.area_id = b.area_id AND p.practitioner_id = b.practitioner_id
          AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND p.agency_id = ANY (my_agencies())
        WHERE b.area_id = app_area() AND b.child_id = mine.child_id AND b.during @> app_now()
          AND b.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record')))), '{}');
END $$;
--> statement-breakpoint
CREATE POLICY "own_file" ON "concern" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  recorded_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR agency_id = ANY ((SELECT my_agencies())::uuid[])
  OR EXISTS (SELECT 1 FROM "release" r WHERE r.area_id = concern.area_id AND r.item_id = concern.concern_id AND r.to_id = app_person() AND r.during @> app_now()));
--> statement-breakpoint
-- What hangs on a concern is in the file that the concern is in.
CREATE POLICY "own_file" ON "view" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  concern_id IS NULL OR recorded_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "concern" c WHERE c.area_id = view.area_id AND c.concern_id = view.concern_id));
--> statement-breakpoint
CREATE POLICY "own_file" ON "chronology_entry" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  concern_id IS NULL OR by_id = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "concern" c WHERE c.area_id = chronology_entry.area_id AND c.concern_id = chronology_entry.concern_id));
--> statement-breakpoint
CREATE POLICY "own_file" ON "telling" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  about <> 'concern' OR recorded_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "concern" c WHERE c.area_id = telling.area_id AND c.concern_id = telling.source_id));
--> statement-breakpoint
CREATE POLICY "own_file" ON "duty" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  concern_id IS NULL OR owed_by = app_person() OR on_account_of = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "concern" c WHERE c.area_id = duty.area_id AND c.concern_id = duty.concern_id));
--> statement-breakpoint
CREATE POLICY "own_file" ON "decision" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  question NOT LIKE 'concern.%' OR child_id IS NULL OR asked_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "chronology_entry" e JOIN "concern" c ON c.area_id = e.area_id AND c.concern_id = e.concern_id
    WHERE e.area_id = decision.area_id AND e.child_id = decision.child_id AND e.decision_id = decision.decision_id)
  OR EXISTS (SELECT 1 FROM "concern" c WHERE c.area_id = decision.area_id AND c.child_id = decision.child_id AND c.decision_id = decision.decision_id));
--> statement-breakpoint
-- Which manager was consulted when the plan was opened belongs to the plan, whoever wrote the concern it was opened for.
CREATE FUNCTION "consulted_on_plan"(of_plan uuid) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN (SELECT json_build_object('managerId', c.manager_consulted_id, 'on', c.manager_consulted_on)
    FROM concern c WHERE c.area_id = app_area() AND c.plan_id = of_plan
      AND c.manager_consulted_id IS NOT NULL AND c.manager_consulted_on IS NOT NULL
      AND (app_is_system() OR EXISTS (SELECT 1 FROM plan_member m JOIN child_access a ON a.area_id = m.area_id AND a.child_id = m.child_id
        WHERE m.area_id = c.area_id AND m.plan_id = of_plan AND a.practitioner_id = app_person() AND NOT a.held_back AND a.during @> app_now()))
    ORDER BY c.manager_consulted_on DESC LIMIT 1);
END $$;

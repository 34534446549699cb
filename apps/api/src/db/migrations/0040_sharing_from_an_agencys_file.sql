-- That something in an agency's own file was shared is in that file too: whoever may not know of a concern may not read
-- that it went to somebody, and why.
CREATE FUNCTION "concern_of_item"(of_area uuid, kind text, item uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN CASE kind
    WHEN 'concern' THEN (SELECT c.concern_id FROM concern c WHERE c.area_id = of_area AND c.concern_id = item)
    WHEN 'view' THEN (SELECT v.concern_id FROM view v WHERE v.area_id = of_area AND v.view_id = item)
  END;
END $$;
--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "concern_id" uuid;
--> statement-breakpoint
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "release" SET "concern_id" = concern_of_item("area_id", "item_kind", "item_id") WHERE "item_kind" IN ('concern', 'view');
--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE FUNCTION "release_is_of_its_concern"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.concern_id := concern_of_item(NEW.area_id, NEW.item_kind, NEW.item_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "release_is_of_its_concern" BEFORE INSERT ON "release" FOR EACH ROW EXECUTE FUNCTION release_is_of_its_concern();
--> statement-breakpoint
-- Whether the caller's own agency wrote a concern. A policy of release may not ask the concern's own policy, which asks for releases.
CREATE FUNCTION "concern_is_of_my_agency"(of_area uuid, of_concern uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM concern c WHERE c.area_id = of_area AND c.concern_id = of_concern
    AND (c.recorded_by = app_person() OR c.agency_id = ANY (my_agencies())));
END $$;
--> statement-breakpoint
CREATE POLICY "own_file" ON "release" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  concern_id IS NULL OR released_by = app_person() OR to_id = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR concern_is_of_my_agency(area_id, concern_id));
--> statement-breakpoint
-- What was answered when it was to be shared names the item, and for whom: it is in the same file.
CREATE FUNCTION "shares_from_anothers_file"(of_area uuid, of_child uuid, of_decision uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM release r
    WHERE r.area_id = of_area AND r.child_id = of_child AND r.decision_id = of_decision AND r.concern_id IS NOT NULL
      AND r.to_id <> app_person() AND NOT concern_is_of_my_agency(r.area_id, r.concern_id));
END $$;
--> statement-breakpoint
CREATE POLICY "own_file_shared" ON "decision" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  question NOT IN ('consent.release', 'consent.item') OR child_id IS NULL OR asked_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR (question = 'consent.release' AND NOT shares_from_anothers_file(area_id, child_id, decision_id)));

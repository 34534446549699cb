-- What somebody shared by another way is in the file of their agency (HIG-183): in their own words it says what that agency knows.
ALTER TABLE "share_made" ADD COLUMN "agency_id" uuid;
--> statement-breakpoint
ALTER TABLE "share_made" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "share_made" SET "agency_id" = agency_at("area_id", "shared_by", "recorded_at");
--> statement-breakpoint
ALTER TABLE "share_made" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE FUNCTION "share_is_of_its_agency"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.agency_id := agency_at(NEW.area_id, NEW.shared_by, NEW.recorded_at);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "share_is_of_its_agency" BEFORE INSERT ON "share_made" FOR EACH ROW EXECUTE FUNCTION share_is_of_its_agency();
--> statement-breakpoint
-- A manager to whom it came to be settled reads it by the part that it gave them.
CREATE POLICY "own_file" ON "share_made" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  shared_by = app_person() OR settled_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR agency_id = ANY ((SELECT my_agencies())::uuid[])
  OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = share_made.area_id AND a.child_id = share_made.child_id
    AND a.practitioner_id = app_person() AND a.source_id = share_made.share_id AND NOT a.held_back AND a.during @> app_now()));
--> statement-breakpoint
CREATE POLICY "own_file" ON "share_made_told" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  recorded_by = app_person() OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "share_made" s WHERE s.area_id = share_made_told.area_id AND s.share_id = share_made_told.share_id));
--> statement-breakpoint
CREATE POLICY "own_file_shares" ON "chronology_entry" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  act NOT LIKE 'consent.share-%' OR by_id = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR agency_at(area_id, by_id, recorded_at) = ANY ((SELECT my_agencies())::uuid[]));
--> statement-breakpoint
-- Steps and duties of what was shared from a concern's file before that was kept with them.
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "chronology_entry" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "duty" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "chronology_entry" e SET "concern_id" = r."concern_id" FROM "release" r
  WHERE r.area_id = e.area_id AND r.child_id = e.child_id AND r.decision_id = e.decision_id AND e.concern_id IS NULL AND r.concern_id IS NOT NULL;
--> statement-breakpoint
UPDATE "duty" d SET "concern_id" = r."concern_id" FROM "release" r
  WHERE r.area_id = d.area_id AND r.child_id = d.child_id AND r.decision_id = d.decision_id AND d.concern_id IS NULL AND r.concern_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "duty" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "chronology_entry" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;

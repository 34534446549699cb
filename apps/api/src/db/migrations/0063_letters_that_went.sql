ALTER TABLE "sent_copy" ADD COLUMN "telling_id" uuid;--> statement-breakpoint
ALTER TABLE "sent_copy" ADD COLUMN "run_id" uuid;--> statement-breakpoint
ALTER TABLE "sent_copy" ADD COLUMN "tells_no_place" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "sent_copy_area_id_run_id_index" ON "sent_copy" USING btree ("area_id","run_id");--> statement-breakpoint
CREATE INDEX "sent_copy_area_id_telling_id_index" ON "sent_copy" USING btree ("area_id","telling_id");
--> statement-breakpoint
-- A letter that was made while it is kept where the child is, for somebody who may not know, tells nothing of it: who sent it
-- prints it, and reads it again. Of everybody else, and of every other copy, it stays as it was.
DROP POLICY "reads" ON "sent_copy";
--> statement-breakpoint
CREATE POLICY "reads" ON "sent_copy" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person()
    AND a.child_id = sent_copy.child_id AND a.during @> app_now()))
  AND (child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]) OR (kind = 'letter' AND tells_no_place AND sent_by = app_person())));

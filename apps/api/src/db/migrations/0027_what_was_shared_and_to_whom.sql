-- The copy of what crossed is for whoever shared it and whoever it went to: it has a table of its own, with fewer readers.
CREATE TABLE "copy_opening" (
	"area_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"side" text NOT NULL,
	"because" text NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"open_until" timestamptz NOT NULL,
	CONSTRAINT "copy_opening_area_id_opening_id_pk" PRIMARY KEY("area_id","opening_id")
);
--> statement-breakpoint
CREATE TABLE "release_copy" (
	"area_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"copy" text NOT NULL,
	CONSTRAINT "release_copy_area_id_release_id_pk" PRIMARY KEY("area_id","release_id")
);
--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "passed_to_id" uuid;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "is_referral" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "passed_reason" text;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "passed_because" text;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "child_told_on" date;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "child_told_how" text;--> statement-breakpoint
ALTER TABLE "private_note" ADD COLUMN "child_not_told_because" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "from_release_id" uuid;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "filed_as" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "filed_because" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "filed_at" timestamptz;--> statement-breakpoint
ALTER TABLE "copy_opening" ADD CONSTRAINT "copy_opening_area_id_release_id_release_area_id_release_id_fk" FOREIGN KEY ("area_id","release_id") REFERENCES "public"."release"("area_id","release_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_opening" ADD CONSTRAINT "copy_opening_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_opening" ADD CONSTRAINT "copy_opening_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_copy" ADD CONSTRAINT "release_copy_area_id_release_id_release_area_id_release_id_fk" FOREIGN KEY ("area_id","release_id") REFERENCES "public"."release"("area_id","release_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_copy" ADD CONSTRAINT "release_copy_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copy_opening_area_id_release_id_index" ON "copy_opening" USING btree ("area_id","release_id");--> statement-breakpoint
CREATE INDEX "private_note_passed_to" ON "private_note" USING btree ("area_id","passed_to_id") WHERE passed_to_id is not null;--> statement-breakpoint
GRANT SELECT, INSERT ON "release_copy", "copy_opening" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['release_copy', 'copy_opening'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (area_id = app_area() AND (' || sees || '))', 'copy_opening');
END $$;
--> statement-breakpoint
-- Whoever shared it reads it while they have a part in the child's care; whoever it went to while it lasts; and somebody
-- who manages one of them, for the hour after they said why.
CREATE POLICY "parties" ON "release_copy" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM release r
    WHERE r.area_id = release_copy.area_id AND r.release_id = release_copy.release_id AND (
      (r.released_by = app_person() AND EXISTS (SELECT 1 FROM child_access a
        WHERE a.area_id = r.area_id AND a.practitioner_id = app_person() AND a.child_id = r.child_id AND a.during @> app_now()))
      OR (r.to_id = app_person() AND r.during @> app_now() AND NOT is_held_back(r.area_id, r.to_id, r.child_id))
      OR EXISTS (SELECT 1 FROM copy_opening o
        WHERE o.area_id = r.area_id AND o.release_id = r.release_id AND o.practitioner_id = app_person()
          AND o.open_until > app_now() AND (o.side = 'shared' OR r.during @> app_now()))))));
--> statement-breakpoint
CREATE POLICY "adds" ON "release_copy" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM release r
    WHERE r.area_id = release_copy.area_id AND r.release_id = release_copy.release_id AND r.released_by = app_person())));
--> statement-breakpoint
-- Only whoever manages one of the two today opens a copy, and for themselves.
CREATE POLICY "opens" ON "copy_opening" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND practitioner_id = app_person() AND open_until <= app_now() + interval '1 hour'
    AND EXISTS (SELECT 1 FROM release r
      JOIN post po ON po.area_id = r.area_id AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
        AND po.practitioner_id = CASE copy_opening.side WHEN 'shared' THEN r.released_by ELSE r.to_id END
      LEFT JOIN team t ON t.area_id = po.area_id AND t.team_id = po.team_id
      WHERE r.area_id = copy_opening.area_id AND r.release_id = copy_opening.release_id AND r.child_id = copy_opening.child_id
        AND po.practitioner_id <> app_person() AND (po.line_manager_id = app_person() OR t.manager_id = app_person())));
--> statement-breakpoint
-- A note that was passed on is read by whoever it went to as well, and by nobody else.
CREATE POLICY "passed_to" ON "private_note" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND passed_to_id = app_person() AND passed_on_at <= app_now());
--> statement-breakpoint
-- What is about no child is read by everybody at work here; not that somebody keeps a note.
ALTER POLICY "reads" ON "audit_entry" USING (area_id = app_area() AND (
  (child_id IS NULL AND (act NOT LIKE 'private-note.%' OR practitioner_id = app_person()))
  OR app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = audit_entry.child_id AND a.during @> app_now())));

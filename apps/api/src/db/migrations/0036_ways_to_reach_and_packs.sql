-- How families reach whoever is named to them, whose worry was passed on, and which pages of a pack were printed (HIG-65 to 67).
CREATE TABLE "way_to_reach" (
	"area_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"of" text NOT NULL,
	"name" text,
	"phone" text,
	"hours" text,
	"write_to" text,
	"child_phone" text,
	"child_hours" text,
	"child_write_to" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "way_to_reach_area_id_holder_id_pk" PRIMARY KEY("area_id","holder_id")
);
--> statement-breakpoint
ALTER TABLE "worry" ADD COLUMN "brought_by" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "worry" ADD COLUMN "about_place" text;--> statement-breakpoint
ALTER TABLE "telling" ADD COLUMN "printed_at" timestamptz;--> statement-breakpoint
ALTER TABLE "telling" ADD COLUMN "printed_by" uuid;--> statement-breakpoint
ALTER TABLE "way_to_reach" ADD CONSTRAINT "way_to_reach_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "way_to_reach" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "way_to_reach" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "way_to_reach" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- How families reach somebody is no secret of the area: it is printed. It is written by whoever it is of, by whoever keeps or
-- heads the school or clinic, and of an education service by a co-ordinator or that service's own manager.
CREATE POLICY "reads" ON "way_to_reach" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE FUNCTION "may_say_how_to_reach"(whose text, holder uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR (whose = 'practitioner' AND holder = app_person()) OR EXISTS (
    SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
      AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND ((whose = 'establishment' AND po.establishment_id = holder AND po.role IN ('record-keeper', 'head'))
        OR (whose = 'agency' AND (po.role = 'coordinator' OR (po.role = 'service-manager' AND po.agency_id = holder)))))
$$;
--> statement-breakpoint
CREATE POLICY "adds" ON "way_to_reach" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND may_say_how_to_reach("of", holder_id));
--> statement-breakpoint
CREATE POLICY "changes" ON "way_to_reach" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND may_say_how_to_reach("of", holder_id)) WITH CHECK (area_id = app_area() AND may_say_how_to_reach("of", holder_id));

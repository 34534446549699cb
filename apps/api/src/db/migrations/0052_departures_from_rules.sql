-- Departures from rules: who asked, and who approved, refused or ended (CWDC-STATUS, CWDC-1.1a). Rows are added and never changed.
CREATE TABLE "departure" (
	"area_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"at" text NOT NULL,
	"strength" text NOT NULL,
	"takes" text NOT NULL,
	"reason" text NOT NULL,
	"starts_on" date NOT NULL,
	"last_day" date,
	"asked_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "departure_area_id_departure_id_pk" PRIMARY KEY("area_id","departure_id"),
	CONSTRAINT "departure_ends_after_it_starts" CHECK ("departure"."last_day" is null or "departure"."last_day" >= "departure"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "departure_step" (
	"area_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"departure_id" uuid NOT NULL,
	"step" text NOT NULL,
	"reason" text NOT NULL,
	"day" date,
	"by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "departure_step_area_id_step_id_pk" PRIMARY KEY("area_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "departure_step" ADD CONSTRAINT "departure_step_area_id_departure_id_departure_area_id_departure_id_fk" FOREIGN KEY ("area_id","departure_id") REFERENCES "public"."departure"("area_id","departure_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "departure_area_id_recorded_at_index" ON "departure" USING btree ("area_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "departure_decided_once" ON "departure_step" USING btree ("area_id","departure_id") WHERE "departure_step"."step" in ('approved', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "departure_ended_once" ON "departure_step" USING btree ("area_id","departure_id") WHERE "departure_step"."step" = 'ended';
--> statement-breakpoint
GRANT SELECT, INSERT ON "departure", "departure_step" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "departure" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "departure" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "departure_step" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "departure_step" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "reads" ON "departure" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "adds" ON "departure" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR asked_by = app_person()));
--> statement-breakpoint
CREATE POLICY "reads" ON "departure_step" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "adds" ON "departure_step" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (by = app_person() AND EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person() AND po.role IN ('strategic-manager', 'director') AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date))));
--> statement-breakpoint
-- A rulebook is adopted by an operator, and again by those who steer, where they approve a departure from it.
CREATE POLICY "by_those_who_steer" ON "adoption" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person() AND po.role IN ('strategic-manager', 'director') AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date));

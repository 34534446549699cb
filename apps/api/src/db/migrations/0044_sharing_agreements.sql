-- Which agency signed how information is shared (CWDC 2.20). Everybody of the area reads it; rows are added and never changed.
CREATE TABLE "sharing_agreement" (
	"area_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"signed_on" date NOT NULL,
	"signed_by" text NOT NULL,
	"review_on" date NOT NULL,
	"kept_at" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "sharing_agreement_area_id_agreement_id_pk" PRIMARY KEY("area_id","agreement_id"),
	CONSTRAINT "sharing_agreement_is_looked_at_after_it_was_signed" CHECK ("sharing_agreement"."review_on" >= "sharing_agreement"."signed_on")
);
--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_agreement" ADD CONSTRAINT "sharing_agreement_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sharing_agreement_area_id_agency_id_index" ON "sharing_agreement" USING btree ("area_id","agency_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "sharing_agreement" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "sharing_agreement" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sharing_agreement" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "reads" ON "sharing_agreement" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "adds" ON "sharing_agreement" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (recorded_by = app_person() AND EXISTS (
  SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
    AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND po.role IN ('coordinator', 'service-manager', 'privacy-officer')))));

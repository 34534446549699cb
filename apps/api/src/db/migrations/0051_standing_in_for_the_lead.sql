-- Who would act if the lead were away, and until when whoever acts is expected to. Why is a code; what was said of it is in the chronology.
CREATE TABLE "deputy" (
	"area_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"agreed_on" date NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "deputy_area_id_deputy_id_pk" PRIMARY KEY("area_id","deputy_id"),
	CONSTRAINT "deputy_during_is_not_empty" CHECK (not isempty("deputy"."during"))
);
--> statement-breakpoint
ALTER TABLE "acting_lead" ADD COLUMN "expected_back_on" date;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputy_area_id_plan_id_index" ON "deputy" USING btree ("area_id","plan_id");
--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "one_deputy_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "plan_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "deputy" TO linchpin_app;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE 'ALTER TABLE deputy ENABLE ROW LEVEL SECURITY';
  EXECUTE 'ALTER TABLE deputy FORCE ROW LEVEL SECURITY';
  -- As of a lead: who, of which plan, since when; nothing is said of the child.
  EXECUTE 'CREATE POLICY of_area ON deputy TO linchpin_app USING (area_id = app_area()) WITH CHECK (area_id = app_area())';
  PERFORM hold_sealed('deputy');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "deputy" TO CURRENT_USER USING (true) WITH CHECK (true);

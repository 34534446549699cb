CREATE TABLE "evidence" (
	"area_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"plan_id" uuid,
	"attached_by" uuid NOT NULL,
	"attached_at" timestamptz NOT NULL,
	"removed_at" timestamptz,
	CONSTRAINT "evidence_area_id_evidence_id_pk" PRIMARY KEY("area_id","evidence_id")
);
--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "trigger" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "trigger_on" date;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "trigger_words" text;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_area_id_entry_id_chronology_entry_area_id_entry_id_fk" FOREIGN KEY ("area_id","entry_id") REFERENCES "public"."chronology_entry"("area_id","entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_once" ON "evidence" USING btree ("area_id","entry_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "evidence_area_id_child_id_index" ON "evidence" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "evidence_area_id_plan_id_index" ON "evidence" USING btree ("area_id","plan_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "evidence" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "of_child" ON "evidence" TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = evidence.child_id AND a.during @> app_now())))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = evidence.child_id AND a.during @> app_now())));

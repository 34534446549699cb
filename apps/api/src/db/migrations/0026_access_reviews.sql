-- What managers said of who can see what: kept as it was said, and what they asked to end.
CREATE TABLE "access_review" (
	"area_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"outcome" text NOT NULL,
	"words" text,
	"seen" jsonb NOT NULL,
	"reviewed_at" timestamptz NOT NULL,
	CONSTRAINT "access_review_area_id_review_id_pk" PRIMARY KEY("area_id","review_id"),
	CONSTRAINT "access_review_is_by_another" CHECK ("access_review"."practitioner_id" <> "access_review"."reviewed_by")
);
--> statement-breakpoint
CREATE TABLE "access_review_ask" (
	"area_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"access_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamptz NOT NULL,
	CONSTRAINT "access_review_ask_area_id_review_id_access_id_pk" PRIMARY KEY("area_id","review_id","access_id")
);
--> statement-breakpoint
ALTER TABLE "area" ADD COLUMN "access_review_days" integer;--> statement-breakpoint
ALTER TABLE "access_review" ADD CONSTRAINT "access_review_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_ask" ADD CONSTRAINT "access_review_ask_area_id_review_id_access_review_area_id_review_id_fk" FOREIGN KEY ("area_id","review_id") REFERENCES "public"."access_review"("area_id","review_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_review_ask" ADD CONSTRAINT "access_review_ask_area_id_access_id_child_access_area_id_access_id_fk" FOREIGN KEY ("area_id","access_id") REFERENCES "public"."child_access"("area_id","access_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_review_area_id_practitioner_id_reviewed_at_index" ON "access_review" USING btree ("area_id","practitioner_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "access_review_ask_area_id_practitioner_id_index" ON "access_review_ask" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_review_owed_once" ON "duty" USING btree ("area_id","owed_by") WHERE act = 'access-review.record' and done_at is null;
--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_access_review_days" CHECK (access_review_days BETWEEN 30 AND 366);
--> statement-breakpoint
GRANT SELECT, INSERT ON "access_review", "access_review_ask" TO linchpin_app;
--> statement-breakpoint
-- Whether the person who asks is somebody's line manager today, or manages their team.
CREATE FUNCTION "app_manages"(of_person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_person <> app_person() AND EXISTS (SELECT 1 FROM post po LEFT JOIN team t ON t.area_id = po.area_id AND t.team_id = po.team_id
    WHERE po.area_id = app_area() AND po.practitioner_id = of_person AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND app_person() IN (po.line_manager_id, t.manager_id))
$$;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['access_review', 'access_review_ask'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE TRIGGER is_insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION is_insert_only()', named);
    EXECUTE format('CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION is_insert_only()', named);
  END LOOP;
END $$;
--> statement-breakpoint
-- Read by whoever said it and by whoever manages the person now; said by the manager of the person, never of oneself.
CREATE POLICY "reads" ON "access_review" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR reviewed_by = app_person() OR app_manages(practitioner_id)));
--> statement-breakpoint
CREATE POLICY "adds" ON "access_review" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (reviewed_by = app_person() AND app_manages(practitioner_id))));
--> statement-breakpoint
CREATE POLICY "reads" ON "access_review_ask" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR asked_by = app_person() OR app_manages(practitioner_id)));
--> statement-breakpoint
CREATE POLICY "adds" ON "access_review_ask" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (asked_by = app_person() AND app_manages(practitioner_id))));

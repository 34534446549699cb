-- Worries that anybody passes on, what left by another way, and what was said to a new service (HIG-70, HIG-24, BOL-4.14).
CREATE TABLE "worry" (
	"area_id" uuid NOT NULL,
	"worry_id" uuid NOT NULL,
	"sent_by" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"about" text NOT NULL,
	"group" text,
	"words" text NOT NULL,
	"child_chose_sender" boolean DEFAULT false NOT NULL,
	"passed_on_at" timestamptz NOT NULL,
	"child_id" uuid,
	"concern_id" uuid,
	"placed_by" uuid,
	"placed_at" timestamptz,
	"set_aside_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "worry_area_id_worry_id_pk" PRIMARY KEY("area_id","worry_id")
);
--> statement-breakpoint
CREATE TABLE "service_agreement" (
	"area_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"service" text NOT NULL,
	"answer" text NOT NULL,
	"answered_by" text NOT NULL,
	"answered_on" date NOT NULL,
	"how" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "service_agreement_area_id_agreement_id_pk" PRIMARY KEY("area_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "share_made" (
	"area_id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"what" text NOT NULL,
	"to_whom" text NOT NULL,
	"to_agency" text NOT NULL,
	"why" text NOT NULL,
	"shared_on" date NOT NULL,
	"basis" text,
	"consent_id" uuid,
	"reason" text,
	"reason_words" text,
	"decision_id" uuid,
	"shared_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"settled_as" text,
	"settled_basis" text,
	"settled_because" text,
	"settled_by" uuid,
	"settled_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "share_made_area_id_share_id_pk" PRIMARY KEY("area_id","share_id"),
	CONSTRAINT "nobody_settles_their_own_share" CHECK ("share_made"."settled_by" <> "share_made"."shared_by")
);
--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "brought_by" text;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "about_place" text;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "chosen_adult" text;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "wished_on" date;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "offered" text;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "offered_on" date;--> statement-breakpoint
ALTER TABLE "concern" ADD COLUMN "offer_answer" text;--> statement-breakpoint
ALTER TABLE "worry" ADD CONSTRAINT "worry_area_id_sent_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","sent_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worry" ADD CONSTRAINT "worry_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worry" ADD CONSTRAINT "worry_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_agreement" ADD CONSTRAINT "service_agreement_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_made" ADD CONSTRAINT "share_made_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worry_to_place" ON "worry" USING btree ("area_id","establishment_id") WHERE child_id is null and set_aside_because is null;--> statement-breakpoint
CREATE INDEX "service_agreement_area_id_child_id_index" ON "service_agreement" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "share_made_area_id_child_id_index" ON "share_made" USING btree ("area_id","child_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "worry", "share_made" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "service_agreement" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['worry', 'share_made', 'service_agreement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['share_made', 'service_agreement'] LOOP
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
END $$;
--> statement-breakpoint
-- A worry is read by nobody as it was sent: it becomes a concern on the child's record, and that is read there. Whoever
-- sends it reads none of it again, so that nothing tells a child who is there from one who is not.
CREATE POLICY "adds" ON "worry" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (sent_by = app_person() AND child_id IS NULL AND concern_id IS NULL AND placed_by IS NULL)));
--> statement-breakpoint
CREATE POLICY "reads" ON "worry" FOR SELECT TO linchpin_app USING (area_id = app_area() AND app_is_system());
--> statement-breakpoint
CREATE POLICY "places" ON "worry" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND app_is_system()) WITH CHECK (area_id = app_area() AND app_is_system());
--> statement-breakpoint
CREATE POLICY "doors" ON "worry" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "establishment" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- What waits to be placed by the caller, who keeps the school's or clinic's roll or heads it, or answers for the area where
-- nobody does: whom it is about as it was written, who passed it on and when. Never what it says.
CREATE FUNCTION "worries_to_place"() RETURNS TABLE (worry_id uuid, version integer, establishment_id uuid, establishment text, about text, "group" text, sent_by uuid, sender text, passed_on_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT w.worry_id, w.version, w.establishment_id, e.name, w.about, w."group", w.sent_by, p.name, w.passed_on_at
  FROM worry w
  JOIN establishment e ON e.area_id = w.area_id AND e.establishment_id = w.establishment_id
  JOIN practitioner p ON p.area_id = w.area_id AND p.practitioner_id = w.sent_by
  WHERE w.area_id = app_area() AND w.child_id IS NULL AND w.set_aside_because IS NULL
    AND EXISTS (SELECT 1 FROM post po WHERE po.area_id = w.area_id AND po.practitioner_id = app_person()
      AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND ((po.establishment_id = w.establishment_id AND po.role IN ('record-keeper', 'head'))
        OR (po.role IN ('coordinator', 'service-manager') AND NOT EXISTS (SELECT 1 FROM post k WHERE k.area_id = w.area_id
          AND k.establishment_id = w.establishment_id AND k.role IN ('record-keeper', 'head')
          AND k.during @> (app_now() AT TIME ZONE 'Europe/London')::date))))
  ORDER BY w.passed_on_at, w.worry_id;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "worries_to_place"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "worries_to_place"() TO linchpin_app;

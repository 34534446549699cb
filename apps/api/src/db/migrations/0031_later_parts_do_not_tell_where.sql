CREATE TABLE "held_from_list" (
	"area_id" uuid NOT NULL,
	"held_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"establishment_id" uuid NOT NULL,
	"given" jsonb NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamptz NOT NULL,
	"outcome" text,
	"settled_by" uuid,
	"settled_at" timestamptz,
	CONSTRAINT "held_from_list_area_id_held_id_pk" PRIMARY KEY("area_id","held_id")
);
--> statement-breakpoint
CREATE TABLE "whereabouts_kept_from" (
	"area_id" uuid NOT NULL,
	"kept_from_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamptz NOT NULL,
	CONSTRAINT "whereabouts_kept_from_area_id_kept_from_id_pk" PRIMARY KEY("area_id","kept_from_id"),
	CONSTRAINT "nobody_decides_about_themselves" CHECK ("whereabouts_kept_from"."practitioner_id" <> "whereabouts_kept_from"."decided_by")
);
--> statement-breakpoint
ALTER TABLE "held_from_list" ADD CONSTRAINT "held_from_list_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_from_list" ADD CONSTRAINT "held_from_list_area_id_establishment_id_establishment_area_id_establishment_id_fk" FOREIGN KEY ("area_id","establishment_id") REFERENCES "public"."establishment"("area_id","establishment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whereabouts_kept_from" ADD CONSTRAINT "whereabouts_kept_from_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whereabouts_kept_from" ADD CONSTRAINT "whereabouts_kept_from_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_from_list_area_id_child_id_index" ON "held_from_list" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "whereabouts_kept_from_area_id_child_id_practitioner_id_index" ON "whereabouts_kept_from" USING btree ("area_id","child_id","practitioner_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "whereabouts_kept_from" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "held_from_list" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("outcome", "settled_by", "settled_at") ON "held_from_list" TO linchpin_app;
--> statement-breakpoint
-- Since when it has been kept where a child is, through every look that left it in force: a look begins a row of its own.
CREATE FUNCTION "whereabouts_kept_since"(of_child uuid) RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  since timestamptz;
  earlier timestamptz;
BEGIN
  SELECT lower(r.during) INTO since FROM restriction r
    WHERE r.area_id = app_area() AND r.child_id = of_child AND r.kind = 'whereabouts' AND upper_inf(r.during);
  LOOP
    SELECT lower(r.during) INTO earlier FROM restriction r
      WHERE r.area_id = app_area() AND r.child_id = of_child AND r.kind = 'whereabouts' AND upper(r.during) = since;
    EXIT WHEN NOT FOUND;
    since := earlier;
  END LOOP;
  RETURN since;
END $$;
--> statement-breakpoint
ALTER FUNCTION "whereabouts_kept_since"(uuid) COST 100000;
--> statement-breakpoint
-- An office or a head knows by themselves where a child of their roll is only if the child was on it before that was kept.
-- Whoever comes later, by a list, a move or a new post, waits for whoever answers for it.
CREATE OR REPLACE FUNCTION "whereabouts_kept_from_me"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_is_system() THEN RETURN '{}'; END IF;
  RETURN coalesce((SELECT array_agg(r.child_id) FROM restriction r
    WHERE r.area_id = app_area() AND r.kind = 'whereabouts' AND upper_inf(r.during)
      AND NOT EXISTS (SELECT 1 FROM restriction_reader d
        WHERE d.area_id = r.area_id AND d.restriction_id = r.restriction_id AND d.practitioner_id = app_person() AND d.during @> app_now())
      AND NOT EXISTS (SELECT 1 FROM child_access a
        WHERE a.area_id = r.area_id AND a.child_id = r.child_id AND a.practitioner_id = app_person() AND NOT a.held_back
          AND a.basis IN ('record-keeper', 'head') AND a.during @> app_now()
          AND lower(a.during) <= lower(r.during) AND lower(a.during) <= whereabouts_kept_since(r.child_id))), '{}');
END $$;
--> statement-breakpoint
CREATE FUNCTION "rolls_i_keep"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(p.establishment_id) FROM post p
    WHERE p.area_id = app_area() AND p.practitioner_id = app_person() AND p.establishment_id IS NOT NULL
      AND p.role IN ('record-keeper', 'head') AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date), '{}');
END $$;
--> statement-breakpoint
-- A place on the roll that somebody keeps is no news to them; every other place of the child is kept.
ALTER POLICY "of_child" ON "place" USING (area_id = app_area()
  AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = place.child_id AND a.during @> app_now()))
  AND (child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]) OR establishment_id = ANY ((SELECT rolls_i_keep())::uuid[])));
--> statement-breakpoint
-- The plans of children from whom the caller is held back: a list that names no child leaves them out.
CREATE FUNCTION "plans_held_back_from_me"() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(m.plan_id) FROM access_block b
    JOIN plan_member m ON m.area_id = b.area_id AND m.child_id = b.child_id
    WHERE b.area_id = app_area() AND b.practitioner_id = app_person() AND upper_inf(b.during)), '{}');
END $$;
--> statement-breakpoint
CREATE POLICY "doors" ON "plan_member" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
REVOKE ALL ON FUNCTION "whereabouts_kept_since"(uuid), "rolls_i_keep"(), "plans_held_back_from_me"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "whereabouts_kept_since"(uuid), "rolls_i_keep"(), "plans_held_back_from_me"() TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "whereabouts_kept_from" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "whereabouts_kept_from" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "held_from_list" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "held_from_list" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
DECLARE
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', 'whereabouts_kept_from');
  -- Written by whoever handed the list in, who may not know; read and settled by those who may.
  EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ') AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])) WITH CHECK (area_id = app_area() AND (' || sees || '))', 'held_from_list');
END $$;

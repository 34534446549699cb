CREATE TABLE "child_index" (
	"area_id" uuid NOT NULL,
	"url" text NOT NULL,
	"is_on" boolean NOT NULL,
	"set_at" timestamptz NOT NULL,
	CONSTRAINT "child_index_area_id_pk" PRIMARY KEY("area_id")
);
--> statement-breakpoint
CREATE TABLE "child_reference" (
	"area_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"basis" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "child_reference_area_id_reference_id_pk" PRIMARY KEY("area_id","reference_id"),
	CONSTRAINT "child_reference_of_an_index_rests_on_something" CHECK ("child_reference"."kind" <> 'child-index' or "child_reference"."basis" is not null)
);
--> statement-breakpoint
CREATE TABLE "index_entry" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"child_id" uuid,
	"reference" text NOT NULL,
	"lead_id" uuid,
	"wanted" text,
	"shown" text,
	"shown_at" timestamptz,
	"may_stand" boolean DEFAULT false NOT NULL,
	"changed_at" timestamptz NOT NULL,
	"due_by" timestamptz,
	"clause" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamptz,
	"next_try_at" timestamptz NOT NULL,
	"problem" text,
	CONSTRAINT "index_entry_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id"),
	CONSTRAINT "index_entry_wants_a_lead_or_nothing" CHECK (("index_entry"."lead_id" is null) = ("index_entry"."wanted" is null))
);
--> statement-breakpoint
ALTER TABLE "child_index" ADD CONSTRAINT "child_index_area_id_area_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("area_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_reference" ADD CONSTRAINT "child_reference_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_reference" ADD CONSTRAINT "child_reference_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_area_id_lead_id_lead_area_id_lead_id_fk" FOREIGN KEY ("area_id","lead_id") REFERENCES "public"."lead"("area_id","lead_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "child_reference_is_one_childs" ON "child_reference" USING btree ("area_id","kind","reference") WHERE "child_reference"."superseded_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "child_reference_once" ON "child_reference" USING btree ("area_id","child_id","kind") WHERE "child_reference"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "child_reference_area_id_child_id_index" ON "child_reference" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "index_entry_of_reference" ON "index_entry" USING btree ("area_id","reference");--> statement-breakpoint
CREATE INDEX "index_entry_area_id_child_id_index" ON "index_entry" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "index_entry_waits" ON "index_entry" USING btree ("area_id","next_try_at") WHERE (wanted is not null and shown is distinct from wanted) or (wanted is null and may_stand);
--> statement-breakpoint
-- Which index an area tells who leads, and what it shows, are for jobs alone: it says whose entry stands (decision 38).
GRANT SELECT, INSERT, UPDATE ON "child_index" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "index_entry" TO linchpin_app;
--> statement-breakpoint
-- A reference is added and superseded; what was written stays.
GRANT SELECT, INSERT ON "child_reference" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("superseded_at") ON "child_reference" TO linchpin_app;
--> statement-breakpoint
-- Whether somebody is one of those who talk with the child and the family: they record by what other systems know the child.
CREATE FUNCTION "keeps_references_of"(of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  RETURN app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = of_child
    AND NOT a.held_back AND a.during @> app_now()
    AND a.basis IN ('named-person', 'lead', 'acting-lead', 'contact-of-record', 'plan-practitioner'));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "keeps_references_of"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "keeps_references_of"(uuid) TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['child_index', 'child_reference', 'index_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  CREATE POLICY "of_jobs" ON "child_index" TO linchpin_app USING (area_id = app_area() AND app_is_system()) WITH CHECK (area_id = app_area() AND app_is_system());
  CREATE POLICY "of_jobs" ON "index_entry" TO linchpin_app USING (area_id = app_area() AND app_is_system()) WITH CHECK (area_id = app_area() AND app_is_system());
  CREATE POLICY "reads" ON "child_reference" FOR SELECT TO linchpin_app USING (area_id = app_area() AND knows_the_record(child_id));
  CREATE POLICY "adds" ON "child_reference" FOR INSERT TO linchpin_app
    WITH CHECK (area_id = app_area() AND keeps_references_of(child_id) AND (app_is_system() OR recorded_by = app_person()));
  CREATE POLICY "supersedes" ON "child_reference" FOR UPDATE TO linchpin_app
    USING (area_id = app_area() AND keeps_references_of(child_id)) WITH CHECK (area_id = app_area() AND keeps_references_of(child_id));
  PERFORM hold_sealed('child_reference');
  PERFORM hold_sealed('index_entry');
  CREATE POLICY "seals" ON "child_reference" TO CURRENT_USER USING (true) WITH CHECK (true);
  CREATE POLICY "seals" ON "index_entry" TO CURRENT_USER USING (true) WITH CHECK (true);
  CREATE POLICY "doors" ON "child_index" FOR SELECT TO CURRENT_USER USING (true);
END $$;
--> statement-breakpoint
-- A record that is sealed is in no index: what stands there is nobody's from now on, and is taken back. Its reference is free.
CREATE FUNCTION "index_of_sealed"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE index_entry e SET child_id = NULL, lead_id = NULL, wanted = NULL, changed_at = app_now(), due_by = NULL, clause = NULL,
      revision = e.revision + 1, tries = 0, problem = NULL, next_try_at = app_now()
    WHERE e.area_id = NEW.area_id AND e.child_id = NEW.child_id;
  UPDATE child_reference r SET superseded_at = app_now() WHERE r.area_id = NEW.area_id AND r.child_id = NEW.child_id AND r.superseded_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "index_of_sealed"() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER "index_of_sealed" AFTER INSERT ON "sealed_child" FOR EACH ROW EXECUTE FUNCTION "index_of_sealed"();
--> statement-breakpoint
-- Whether somebody looks after the index for the area.
CREATE FUNCTION "app_looks_after_index"() RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
    AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND po.role IN ('coordinator', 'service-manager'))
$$;
--> statement-breakpoint
-- Since when the area tells an index, how many entries it shows, and how many wait or are overdue. Never where it is.
CREATE FUNCTION "child_index_stands"() RETURNS TABLE ("is_on" boolean, "set_at" timestamptz, "shown" integer, "waiting" integer, "overdue" integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT app_looks_after_index() THEN RETURN; END IF;
  RETURN QUERY SELECT i.is_on, i.set_at, (SELECT count(*)::integer FROM index_entry e WHERE e.area_id = i.area_id AND e.wanted = e.shown), w.many, w.late
    FROM child_index i CROSS JOIN LATERAL (
      SELECT count(*)::integer AS many, (count(*) FILTER (WHERE e.due_by <= app_now()))::integer AS late FROM index_entry e
      WHERE e.area_id = i.area_id AND ((e.wanted IS NOT NULL AND e.shown IS DISTINCT FROM e.wanted) OR (e.wanted IS NULL AND e.may_stand))
        AND (e.child_id IS NULL OR NOT is_held_back(e.area_id, app_person(), e.child_id))) w
    WHERE i.area_id = app_area();
END $$;
--> statement-breakpoint
-- What the index does not show yet, or shows still: who leads, and no child. An entry that is to be taken back names nobody.
-- Whoever is held back from a child hears nothing of that child's entry.
CREATE FUNCTION "child_index_waits"() RETURNS TABLE ("entry_id" uuid, "lead" text, "agency" text, "changed_at" timestamptz, "due_by" timestamptz,
  "clause" text, "tries" integer, "tried_at" timestamptz, "next_try_at" timestamptz, "problem" text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT app_looks_after_index() THEN RETURN; END IF;
  RETURN QUERY SELECT e.entry_id, p.name, (SELECT g.name FROM post po JOIN agency g ON g.area_id = po.area_id AND g.agency_id = po.agency_id
      WHERE po.area_id = l.area_id AND po.practitioner_id = l.practitioner_id AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      ORDER BY lower(po.during), po.post_id LIMIT 1),
    e.changed_at, e.due_by, e.clause, e.tries, e.tried_at, e.next_try_at, e.problem
  FROM index_entry e
  LEFT JOIN lead l ON l.area_id = e.area_id AND l.lead_id = e.lead_id
  LEFT JOIN practitioner p ON p.area_id = l.area_id AND p.practitioner_id = l.practitioner_id
  WHERE e.area_id = app_area() AND ((e.wanted IS NOT NULL AND e.shown IS DISTINCT FROM e.wanted) OR (e.wanted IS NULL AND e.may_stand))
    AND (e.child_id IS NULL OR NOT is_held_back(e.area_id, app_person(), e.child_id))
  ORDER BY e.due_by NULLS LAST, e.changed_at, e.entry_id LIMIT 200;
END $$;
--> statement-breakpoint
-- Which areas tell an index, or have to take back what it shows: for the hand that gives the work out.
CREATE FUNCTION "areas_with_index"() RETURNS TABLE (area_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.area_id FROM child_index i WHERE i.is_on OR EXISTS (SELECT 1 FROM index_entry e WHERE e.area_id = i.area_id)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "app_looks_after_index"(), "child_index_stands"(), "child_index_waits"(), "areas_with_index"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "app_looks_after_index"(), "child_index_stands"(), "child_index_waits"(), "areas_with_index"() TO linchpin_app;

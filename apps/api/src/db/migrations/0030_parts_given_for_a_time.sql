CREATE TABLE "part_given" (
	"area_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"plan_id" uuid,
	"practitioner_id" uuid NOT NULL,
	"part" text NOT NULL,
	"why" text NOT NULL,
	"agenda" text,
	"during" "tstzrange" NOT NULL,
	"last_day" date NOT NULL,
	"given_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"ended_by" uuid,
	"ended_because" text,
	CONSTRAINT "part_given_area_id_part_id_pk" PRIMARY KEY("area_id","part_id"),
	CONSTRAINT "part_given_during_is_not_empty" CHECK (not isempty("part_given"."during")),
	CONSTRAINT "nobody_gives_themselves_a_part" CHECK ("part_given"."given_by" <> "part_given"."practitioner_id"),
	CONSTRAINT "part_given_for_90_days" CHECK (upper("part_given"."during") <= lower("part_given"."during") + interval '91 days')
);
--> statement-breakpoint
ALTER TABLE "part_given" ADD CONSTRAINT "part_given_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_given" ADD CONSTRAINT "part_given_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "part_given_area_id_child_id_index" ON "part_given" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "part_given_area_id_practitioner_id_index" ON "part_given" USING btree ("area_id","practitioner_id");--> statement-breakpoint
ALTER TABLE "part_given" ADD CONSTRAINT "one_part_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "practitioner_id" WITH =, "part" WITH =, (coalesce(plan_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "part_given" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "part_given" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "part_given" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "of_child" ON "part_given" TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = part_given.child_id AND a.during @> app_now())))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = part_given.child_id AND a.during @> app_now())));
--> statement-breakpoint
-- Somebody whose only post is a light account has no part in any child's care: the row that would open the record is not
-- written. What they own is shown to them through the door below and nowhere else.
CREATE OR REPLACE FUNCTION "relation_is_held_back"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (SELECT bool_and(po.role = 'light') FROM post po WHERE po.area_id = NEW.area_id AND po.practitioner_id = NEW.practitioner_id
      AND po.during @> (NEW.recorded_at AT TIME ZONE 'Europe/London')::date) THEN
    RETURN NULL;
  END IF;
  NEW.held_back := is_held_back(NEW.area_id, NEW.practitioner_id, NEW.child_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE POLICY "doors" ON "plan_action" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "plan" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "release" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "named_person" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "chronology_entry" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
-- The caller's own actions on open plans: what was agreed, by when, and the child by given name and initial; by whole name
-- where the plan was released to them. Nothing where they are held back from the child.
CREATE FUNCTION "my_own_actions"() RETURNS TABLE (action_id uuid, version integer, child_id uuid, plan_id uuid, what text, outcome text, starts_on date, due_on date, state text, given_name text, family_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT a.action_id, a.version, a.child_id, a.plan_id, a.what, a.outcome, a.starts_on, a.due_on, a.state, c.given_name,
    CASE WHEN EXISTS (SELECT 1 FROM release r WHERE r.area_id = a.area_id AND r.child_id = a.child_id AND r.item_kind = 'plan' AND r.item_id = a.plan_id
      AND r.to_id = app_person() AND r.during @> app_now()) THEN c.family_name ELSE left(c.family_name, 1) END
  FROM plan_action a
  JOIN plan p ON p.area_id = a.area_id AND p.plan_id = a.plan_id AND p.state = 'open'
  JOIN child c ON c.area_id = a.area_id AND c.child_id = a.child_id AND c.withdrawn_at IS NULL
  WHERE a.area_id = app_area() AND a.owner_id = app_person() AND NOT is_held_back(a.area_id, app_person(), a.child_id);
END $$;
--> statement-breakpoint
-- The days in which the caller was somebody's named person and is no longer, and of the chronology what happened and was
-- written down in those days. Nothing where they are held back from the child.
CREATE FUNCTION "my_time_as_named_person"() RETURNS TABLE (child_id uuid, given_name text, family_name text, search_name text, during tstzrange)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT n.child_id, c.given_name, c.family_name, c.search_name, n.during FROM named_person n
  JOIN child c ON c.area_id = n.area_id AND c.child_id = n.child_id AND c.withdrawn_at IS NULL
  WHERE n.area_id = app_area() AND n.practitioner_id = app_person() AND upper(n.during) <= app_now()
    AND NOT is_held_back(n.area_id, app_person(), n.child_id)
    AND NOT EXISTS (SELECT 1 FROM named_person g WHERE g.area_id = n.area_id AND g.child_id = n.child_id AND g.practitioner_id = n.practitioner_id AND g.during @> app_now());
END $$;
--> statement-breakpoint
CREATE FUNCTION "happened_in_my_time"(of_child uuid) RETURNS TABLE (entry_id uuid, happened_at timestamptz, act text, title text, detail text, by_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT e.entry_id, e.happened_at, e.act, e.title, e.detail, e.by_name FROM chronology_entry e
  WHERE e.area_id = app_area() AND e.child_id = of_child
    AND EXISTS (SELECT 1 FROM my_time_as_named_person() t WHERE t.child_id = of_child AND t.during @> e.happened_at AND t.during @> e.recorded_at)
  ORDER BY e.happened_at DESC, e.entry_id DESC;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "my_own_actions"(), "my_time_as_named_person"(), "happened_in_my_time"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "my_own_actions"(), "my_time_as_named_person"(), "happened_in_my_time"(uuid) TO linchpin_app;

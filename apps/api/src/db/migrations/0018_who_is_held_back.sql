-- Who is held back from whose record, what is kept of where a child is, emergency access and who looked into looks.
CREATE TABLE "access_block" (
	"area_id" uuid NOT NULL,
	"block_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"because" text NOT NULL,
	"tie" text,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	"lifted_by" uuid,
	"lifted_because" text,
	CONSTRAINT "access_block_area_id_block_id_pk" PRIMARY KEY("area_id","block_id"),
	CONSTRAINT "access_block_during_is_not_empty" CHECK (not isempty("access_block"."during"))
);
--> statement-breakpoint
CREATE TABLE "emergency_access" (
	"area_id" uuid NOT NULL,
	"emergency_access_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"review_by" timestamptz NOT NULL,
	"reviewed_at" timestamptz,
	"reviewed_by" uuid,
	"finding" text,
	"finding_words" text,
	"escalated_at" timestamptz,
	CONSTRAINT "emergency_access_area_id_emergency_access_id_pk" PRIMARY KEY("area_id","emergency_access_id"),
	CONSTRAINT "emergency_access_during_is_not_empty" CHECK (not isempty("emergency_access"."during"))
);
--> statement-breakpoint
CREATE TABLE "look_check" (
	"area_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"week" date NOT NULL,
	"kind" text NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"child_id" uuid,
	"outcome" text NOT NULL,
	"words" text NOT NULL,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamptz NOT NULL,
	CONSTRAINT "look_check_area_id_check_id_pk" PRIMARY KEY("area_id","check_id")
);
--> statement-breakpoint
CREATE TABLE "practitioner_home" (
	"area_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"line1" text,
	"postcode" text,
	"phone" text,
	"email" text,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "practitioner_home_area_id_home_id_pk" PRIMARY KEY("area_id","home_id")
);
--> statement-breakpoint
CREATE TABLE "restriction" (
	"area_id" uuid NOT NULL,
	"restriction_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"adult" text,
	"owner_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"safe_contact" jsonb,
	"review_on" date NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"ended_by" uuid,
	"ended_because" text,
	CONSTRAINT "restriction_area_id_restriction_id_pk" PRIMARY KEY("area_id","restriction_id"),
	CONSTRAINT "restriction_during_is_not_empty" CHECK (not isempty("restriction"."during")),
	CONSTRAINT "restriction_is_looked_at_within_90_days" CHECK ("restriction"."review_on" <= ("restriction"."recorded_at" at time zone 'Europe/London')::date + 90)
);
--> statement-breakpoint
CREATE TABLE "restriction_reader" (
	"area_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"restriction_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"because" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "restriction_reader_area_id_reader_id_pk" PRIMARY KEY("area_id","reader_id"),
	CONSTRAINT "restriction_reader_during_is_not_empty" CHECK (not isempty("restriction_reader"."during"))
);
--> statement-breakpoint
CREATE TABLE "spent_logout" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"until" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "child_access" ADD COLUMN "held_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "area" ADD COLUMN "idle_minutes" integer;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "issuer_session" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "access_block" ADD CONSTRAINT "access_block_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_block" ADD CONSTRAINT "access_block_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "look_check" ADD CONSTRAINT "look_check_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_home" ADD CONSTRAINT "practitioner_home_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction_reader" ADD CONSTRAINT "restriction_reader_area_id_restriction_id_restriction_area_id_restriction_id_fk" FOREIGN KEY ("area_id","restriction_id") REFERENCES "public"."restriction"("area_id","restriction_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction_reader" ADD CONSTRAINT "restriction_reader_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_block_area_id_practitioner_id_child_id_index" ON "access_block" USING btree ("area_id","practitioner_id","child_id");--> statement-breakpoint
CREATE INDEX "access_block_area_id_child_id_index" ON "access_block" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "emergency_access_area_id_practitioner_id_index" ON "emergency_access" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "emergency_access_area_id_child_id_index" ON "emergency_access" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "emergency_access_waiting" ON "emergency_access" USING btree ("area_id","review_by") WHERE reviewed_at is null;--> statement-breakpoint
CREATE INDEX "look_check_area_id_week_practitioner_id_index" ON "look_check" USING btree ("area_id","week","practitioner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practitioner_home_once" ON "practitioner_home" USING btree ("area_id","practitioner_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "restriction_in_force" ON "restriction" USING btree ("area_id","child_id","kind") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "restriction_review" ON "restriction" USING btree ("area_id","review_on") WHERE upper_inf(during);--> statement-breakpoint
CREATE INDEX "restriction_reader_area_id_child_id_practitioner_id_index" ON "restriction_reader" USING btree ("area_id","child_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "spent_logout_until_index" ON "spent_logout" USING btree ("until");
--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_idle_minutes" CHECK (idle_minutes BETWEEN 10 AND 30);
--> statement-breakpoint
ALTER TABLE "access_block" ADD CONSTRAINT "held_back_once" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "child_id" WITH =, "because" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "emergency_access" ADD CONSTRAINT "one_emergency_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "child_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "one_restriction_of_a_kind" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "kind" WITH =, (coalesce(adult, '')) WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "restriction_reader" ADD CONSTRAINT "reader_named_once" EXCLUDE USING gist ("area_id" WITH =, "restriction_id" WITH =, "practitioner_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
CREATE FUNCTION "app_is_privacy_officer"() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM post WHERE post.area_id = app_area() AND post.practitioner_id = app_person()
    AND post.role = 'privacy-officer' AND post.during @> (app_now() AT TIME ZONE 'Europe/London')::date)
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "access_block", "practitioner_home", "restriction", "restriction_reader", "emergency_access" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "look_check" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "spent_logout" TO linchpin_app;
--> statement-breakpoint
-- Whether somebody is held back is the database's to say: the app can begin and end a relation, and nothing else of it.
REVOKE UPDATE ON "child_access" FROM linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("during") ON "child_access" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['access_block', 'practitioner_home', 'restriction', 'restriction_reader', 'emergency_access', 'look_check'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['restriction', 'restriction_reader'] LOOP
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
  EXECUTE format('CREATE POLICY reads ON emergency_access FOR SELECT TO linchpin_app USING (area_id = app_area() AND (practitioner_id = app_person() OR (SELECT app_is_privacy_officer()) OR ' || sees || '))', 'emergency_access');
END $$;
--> statement-breakpoint
-- Opened by the person whom it is about, looked at by somebody else.
CREATE POLICY "opens" ON "emergency_access" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR practitioner_id = app_person()));
--> statement-breakpoint
CREATE POLICY "looks" ON "emergency_access" FOR UPDATE TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR practitioner_id = app_person() OR (SELECT app_is_privacy_officer())))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR (practitioner_id = app_person() AND reviewed_by IS NULL) OR ((SELECT app_is_privacy_officer()) AND practitioner_id <> app_person())));
--> statement-breakpoint
-- A tie outside work is known to the person, to the privacy officer and to nobody else; nobody lifts what holds themselves back.
CREATE POLICY "reads" ON "access_block" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR practitioner_id = app_person() OR (SELECT app_is_privacy_officer())));
--> statement-breakpoint
CREATE POLICY "adds" ON "access_block" FOR INSERT TO linchpin_app
  WITH CHECK (area_id = app_area() AND (app_is_system() OR practitioner_id = app_person() OR (SELECT app_is_privacy_officer())));
--> statement-breakpoint
CREATE POLICY "lifts" ON "access_block" FOR UPDATE TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR ((SELECT app_is_privacy_officer()) AND practitioner_id <> app_person())))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR practitioner_id <> app_person()));
--> statement-breakpoint
CREATE POLICY "own" ON "practitioner_home" TO linchpin_app
  USING (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system())) WITH CHECK (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system()));
--> statement-breakpoint
CREATE POLICY "of_officer" ON "look_check" TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR (SELECT app_is_privacy_officer()))) WITH CHECK (area_id = app_area() AND (app_is_system() OR (SELECT app_is_privacy_officer())));
--> statement-breakpoint
-- The privacy officer reads who looked at whom, by name; nothing else of a child.
CREATE POLICY "officer_reads" ON "audit_entry" FOR SELECT TO linchpin_app USING (area_id = app_area() AND (SELECT app_is_privacy_officer()));
--> statement-breakpoint
CREATE POLICY "officer_reads" ON "child" FOR SELECT TO linchpin_app USING (area_id = app_area() AND (SELECT app_is_privacy_officer()));
--> statement-breakpoint
-- Who is held back does not see their own relation, so nothing that goes by it: lists, pages and row security alike.
DROP POLICY "of_area" ON "child_access";
--> statement-breakpoint
CREATE POLICY "of_area" ON "child_access" TO linchpin_app
  USING (area_id = app_area() AND (NOT held_back OR app_is_system() OR practitioner_id <> app_person())) WITH CHECK (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "doors" ON "access_block" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "child_access" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "child" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "child_identifier" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "restriction" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "restriction_reader" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION "is_held_back"(of_area uuid, of_person uuid, of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM access_block b WHERE b.area_id = of_area AND b.practitioner_id = of_person AND b.child_id = of_child AND upper_inf(b.during));
END $$;
--> statement-breakpoint
CREATE FUNCTION "relation_is_held_back"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.held_back := is_held_back(NEW.area_id, NEW.practitioner_id, NEW.child_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "relation_is_held_back" BEFORE INSERT ON "child_access" FOR EACH ROW EXECUTE FUNCTION "relation_is_held_back"();
--> statement-breakpoint
CREATE FUNCTION "block_holds_back"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE child_access a SET held_back = is_held_back(NEW.area_id, NEW.practitioner_id, NEW.child_id)
  WHERE a.area_id = NEW.area_id AND a.practitioner_id = NEW.practitioner_id AND a.child_id = NEW.child_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "block_holds_back" AFTER INSERT OR UPDATE ON "access_block" FOR EACH ROW EXECUTE FUNCTION "block_holds_back"();
--> statement-breakpoint
-- Where a child is, while that is kept: for those named with the restriction, and for the office of a roll the child is on.
CREATE FUNCTION "may_know_whereabouts"(of_child uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN app_is_system()
    OR NOT EXISTS (SELECT 1 FROM restriction r WHERE r.area_id = app_area() AND r.child_id = of_child AND r.kind = 'whereabouts' AND upper_inf(r.during))
    OR EXISTS (SELECT 1 FROM restriction_reader d JOIN restriction r ON r.area_id = d.area_id AND r.restriction_id = d.restriction_id AND r.kind = 'whereabouts' AND upper_inf(r.during)
      WHERE d.area_id = app_area() AND d.child_id = of_child AND d.practitioner_id = app_person() AND d.during @> app_now())
    OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.child_id = of_child AND a.practitioner_id = app_person() AND NOT a.held_back
      AND a.basis IN ('record-keeper', 'head') AND a.during @> app_now());
END $$;
--> statement-breakpoint
CREATE POLICY "whereabouts" ON "child_address" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (may_know_whereabouts(child_id));
--> statement-breakpoint
CREATE POLICY "whereabouts" ON "carer" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (may_know_whereabouts(child_id));
--> statement-breakpoint
CREATE POLICY "whereabouts" ON "place" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (may_know_whereabouts(child_id));
--> statement-breakpoint
-- Somebody without a part in the child's care says whom they mean exactly: whole name and birthday, or a whole number.
CREATE FUNCTION "child_in_an_emergency"(of_name text, of_birth date, of_number text) RETURNS TABLE (child_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT c.child_id FROM child c
  WHERE c.area_id = app_area() AND c.withdrawn_at IS NULL AND NOT is_held_back(c.area_id, app_person(), c.child_id)
    AND CASE WHEN of_number IS NOT NULL
      THEN EXISTS (SELECT 1 FROM child_identifier i WHERE i.area_id = c.area_id AND i.child_id = c.child_id AND i.value = of_number AND i.superseded_at IS NULL)
      ELSE c.search_name = of_name AND coalesce(c.born_on, c.due_on) = of_birth END
  LIMIT 2;
END $$;
--> statement-breakpoint
DROP FUNCTION "posts_for_sign_in"(text, text, date);
--> statement-breakpoint
CREATE FUNCTION "posts_for_sign_in"(of_issuer text, of_subject text, at_day date)
RETURNS TABLE (area_id uuid, area_name text, is_demonstration boolean, practitioner_id uuid, practitioner_name text, post_id uuid, post_title text, role text, agency_name text, idle_minutes integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.area_id, a.name, a.is_demonstration, pr.practitioner_id, pr.name, po.post_id, po.title, po.role, ag.name, a.idle_minutes
  FROM practitioner pr
  JOIN area a ON a.area_id = pr.area_id
  JOIN post po ON po.area_id = pr.area_id AND po.practitioner_id = pr.practitioner_id AND po.during @> at_day
  JOIN agency ag ON ag.area_id = po.area_id AND ag.agency_id = po.agency_id
  WHERE pr.issuer = of_issuer AND pr.subject = of_subject
  ORDER BY a.name, po.title
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "posts_for_sign_in"(text, text, date), "is_held_back"(uuid, uuid, uuid), "may_know_whereabouts"(uuid), "child_in_an_emergency"(text, date, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "posts_for_sign_in"(text, text, date), "is_held_back"(uuid, uuid, uuid), "may_know_whereabouts"(uuid), "child_in_an_emergency"(text, date, text) TO linchpin_app;

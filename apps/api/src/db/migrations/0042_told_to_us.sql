-- Safeguarding referrals and whom to ask (WIG-4b), what comes in by paper or phone (HIG-29), what families ask and report (CWDC-2.10b, GIR-30).
CREATE TABLE "arrival" (
	"area_id" uuid NOT NULL,
	"arrival_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"came_on" date NOT NULL,
	"source" text NOT NULL,
	"source_name" text NOT NULL,
	"way" text NOT NULL,
	"kept_at" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamptz NOT NULL,
	"filed_as" text,
	"filed_because" text,
	"says" text,
	"filed_by" uuid,
	"filed_at" timestamptz,
	"duty_ids" uuid[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "arrival_area_id_arrival_id_pk" PRIMARY KEY("area_id","arrival_id")
);
--> statement-breakpoint
CREATE TABLE "family_word" (
	"area_id" uuid NOT NULL,
	"word_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_on" date NOT NULL,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"answer" text,
	"answered_on" date,
	"mark" text,
	"mark_because" text,
	"settled_by" uuid,
	"settled_at" timestamptz,
	"duty_ids" uuid[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "family_word_area_id_word_id_pk" PRIMARY KEY("area_id","word_id")
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"area_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL,
	"made_at" text,
	"to_whom" text NOT NULL,
	"way" text NOT NULL,
	"what_for" text,
	"is_about_staff" boolean NOT NULL,
	"decision_id" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "referral_area_id_referral_id_pk" PRIMARY KEY("area_id","referral_id")
);
--> statement-breakpoint
CREATE TABLE "referral_route" (
	"area_id" uuid NOT NULL,
	"team" text NOT NULL,
	"phone" text NOT NULL,
	"hours" text,
	"after_hours_team" text,
	"after_hours_phone" text NOT NULL,
	"write_to" text,
	"words" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_route_area_id_pk" PRIMARY KEY("area_id")
);
--> statement-breakpoint
CREATE TABLE "referral_word" (
	"area_id" uuid NOT NULL,
	"word_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"said_on" date NOT NULL,
	"said_by" text,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "referral_word_area_id_word_id_pk" PRIMARY KEY("area_id","word_id")
);
--> statement-breakpoint
ALTER TABLE "arrival" ADD CONSTRAINT "arrival_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrival" ADD CONSTRAINT "arrival_area_id_entered_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","entered_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_word" ADD CONSTRAINT "family_word_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_word" ADD CONSTRAINT "family_word_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_area_id_made_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","made_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_route" ADD CONSTRAINT "referral_route_area_id_area_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("area_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_route" ADD CONSTRAINT "referral_route_area_id_recorded_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","recorded_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_word" ADD CONSTRAINT "referral_word_area_id_referral_id_referral_area_id_referral_id_fk" FOREIGN KEY ("area_id","referral_id") REFERENCES "public"."referral"("area_id","referral_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_word" ADD CONSTRAINT "referral_word_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrival_area_id_child_id_index" ON "arrival" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "family_word_area_id_child_id_index" ON "family_word" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "referral_area_id_child_id_index" ON "referral" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "referral_word_area_id_referral_id_index" ON "referral_word" USING btree ("area_id","referral_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "referral", "referral_word" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "referral_route", "arrival", "family_word" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "referral_route" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "referral_route" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whom to ask is no secret of the area: everybody at work reads it. A co-ordinator or a service's manager writes it.
CREATE POLICY "reads" ON "referral_route" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE FUNCTION "may_say_the_route"() RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR EXISTS (
    SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
      AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND po.role IN ('coordinator', 'service-manager'))
$$;
--> statement-breakpoint
CREATE POLICY "adds" ON "referral_route" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND may_say_the_route());
--> statement-breakpoint
CREATE POLICY "changes" ON "referral_route" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND may_say_the_route()) WITH CHECK (area_id = app_area() AND may_say_the_route());
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['referral', 'referral_word', 'arrival', 'family_word'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
    EXECUTE format('CREATE POLICY seals ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', named);
    PERFORM hold_sealed(named);
  END LOOP;
END $$;
--> statement-breakpoint
-- That a referral was made is known to whoever made it, to whom worries about the child come, and in the agency that made it
-- to those who work with the child and their managers; never to who has a part by something else, such as supervising the role.
-- One about somebody who works with the child is its maker's alone.
CREATE POLICY "own_file" ON "referral" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  app_is_system() OR made_by = app_person() OR (NOT is_about_staff AND (
    child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
    OR (agency_id = ANY ((SELECT my_agencies())::uuid[]) AND EXISTS (SELECT 1 FROM child_access a
      WHERE a.area_id = referral.area_id AND a.child_id = referral.child_id AND a.practitioner_id = app_person() AND a.during @> app_now()
        AND a.basis IN ('plan-practitioner', 'proposed-lead', 'line-manager', 'head'))))));
--> statement-breakpoint
CREATE POLICY "own_words" ON "referral" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR made_by = app_person());
--> statement-breakpoint
CREATE POLICY "own_file" ON "referral_word" AS RESTRICTIVE TO linchpin_app USING (
  app_is_system() OR EXISTS (SELECT 1 FROM "referral" r WHERE r.area_id = referral_word.area_id AND r.referral_id = referral_word.referral_id AND r.child_id = referral_word.child_id))
  WITH CHECK (app_is_system() OR (recorded_by = app_person()
    AND EXISTS (SELECT 1 FROM "referral" r WHERE r.area_id = referral_word.area_id AND r.referral_id = referral_word.referral_id AND r.child_id = referral_word.child_id)));
--> statement-breakpoint
-- What came in is for the named person, and for whoever may read every file, filed or not; whoever opened the post reads nothing of it again.
CREATE POLICY "own_file" ON "arrival" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (child_id <> ALL ((SELECT files_closed_to_me())::uuid[]));
--> statement-breakpoint
CREATE POLICY "files" ON "arrival" AS RESTRICTIVE FOR UPDATE TO linchpin_app USING (child_id <> ALL ((SELECT files_closed_to_me())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own_words" ON "arrival" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR (entered_by = app_person() AND filed_at IS NULL));
--> statement-breakpoint
CREATE POLICY "own_words" ON "family_word" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (app_is_system() OR recorded_by = app_person());
--> statement-breakpoint
-- That something came in and waits to be filed is in the same file.
CREATE POLICY "own_file_came_in" ON "duty" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  act <> 'named-person.file-what-came-in' OR owed_by = app_person() OR on_account_of = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[]));
--> statement-breakpoint
-- In what a brother's or sister's record says of these, too, "another child" takes a sealed child's name's place.
CREATE OR REPLACE FUNCTION "worries_of_sealed"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  their child;
  family uuid[] := family_of_child(NEW.area_id, NEW.child_id);
  word text;
  one record;
BEGIN
  SELECT * INTO their FROM child c WHERE c.area_id = NEW.area_id AND c.child_id = NEW.child_id;
  word := name_as_a_word(their.given_name, their.preferred_name);
  UPDATE worry w SET child_id = NEW.child_id WHERE w.area_id = NEW.area_id AND w.child_id IS NULL
    AND strpos(lower(w.about || ' ' || w.words), lower(their.given_name)) > 0 AND strpos(lower(w.about || ' ' || w.words), lower(their.family_name)) > 0;
  FOR one IN SELECT c.table_name AS named, string_agg(format('%1$I = regexp_replace(%1$I, $1, ''another child'', ''g'')', c.column_name), ', ') AS words
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol', 'referral', 'referral_word', 'arrival', 'family_word') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

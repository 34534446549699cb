-- People around a child: what an adult takes part in, whom child or family chose beside the lead, and what lead and trusted
-- person share (CWDC-TERM-PARENT, CWDC-4.6, BOL-7.P7, GIR-29).
CREATE TABLE "carer_part" (
	"area_id" uuid NOT NULL,
	"carer_part_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"name" text NOT NULL,
	"takes_part_in" text[] NOT NULL,
	"because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "carer_part_area_id_carer_part_id_pk" PRIMARY KEY("area_id","carer_part_id")
);
--> statement-breakpoint
CREATE TABLE "chosen_contact" (
	"area_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"as" text NOT NULL,
	"chosen_by" text NOT NULL,
	"practitioner_id" uuid,
	"name" text,
	"who_they_are" text,
	"reach" text,
	"words" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"ended_because" text,
	"ended_by" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "chosen_contact_area_id_contact_id_pk" PRIMARY KEY("area_id","contact_id"),
	CONSTRAINT "chosen_contact_during_is_not_empty" CHECK (not isempty("chosen_contact"."during")),
	CONSTRAINT "nobody_says_they_were_chosen" CHECK ("chosen_contact"."practitioner_id" <> "chosen_contact"."recorded_by")
);
--> statement-breakpoint
CREATE TABLE "contact_protocol" (
	"area_id" uuid NOT NULL,
	"protocol_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"what" text NOT NULL,
	"how" text NOT NULL,
	"how_quickly" text NOT NULL,
	"agreed_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "contact_protocol_area_id_protocol_id_pk" PRIMARY KEY("area_id","protocol_id")
);
--> statement-breakpoint
ALTER TABLE "carer_part" ADD CONSTRAINT "carer_part_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chosen_contact" ADD CONSTRAINT "chosen_contact_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chosen_contact" ADD CONSTRAINT "chosen_contact_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_protocol" ADD CONSTRAINT "contact_protocol_area_id_contact_id_chosen_contact_area_id_contact_id_fk" FOREIGN KEY ("area_id","contact_id") REFERENCES "public"."chosen_contact"("area_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_protocol" ADD CONSTRAINT "contact_protocol_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carer_part_area_id_child_id_recorded_at_index" ON "carer_part" USING btree ("area_id","child_id","recorded_at");--> statement-breakpoint
CREATE INDEX "chosen_contact_area_id_child_id_index" ON "chosen_contact" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "contact_protocol_area_id_contact_id_index" ON "contact_protocol" USING btree ("area_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sharing_protocol_owed_once" ON "duty" USING btree ("area_id","child_id") WHERE act = 'agree-sharing-with-trusted-person' and done_at is null;
--> statement-breakpoint
ALTER TABLE "chosen_contact" ADD CONSTRAINT "one_chosen_contact_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "child_id" WITH =, "as" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "chosen_contact" TO linchpin_app;
--> statement-breakpoint
-- What was said of a part, and what was settled, stays: the app adds, and changes nothing.
GRANT SELECT, INSERT ON "contact_protocol", "carer_part" TO linchpin_app;
--> statement-breakpoint
-- Whom a child talks to and who cares for it may tell where it is: while that is kept from somebody they read none of it, as
-- of the parents and carers, and write none of it. Nobody writes down that they were chosen.
DO $$
DECLARE
  named text;
  sees text := 'area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())) AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])';
BEGIN
  FOREACH named IN ARRAY ARRAY['chosen_contact', 'contact_protocol', 'carer_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (' || sees || ')', named);
    EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (' || sees || ' AND (app_is_system() OR recorded_by = app_person()))', named);
    PERFORM hold_sealed(named);
  END LOOP;
  EXECUTE format('CREATE POLICY ends ON %1$I FOR UPDATE TO linchpin_app USING (' || sees || ') WITH CHECK (' || sees || ' AND (app_is_system() OR ended_by = app_person()))', 'chosen_contact');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "chosen_contact" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "seals" ON "contact_protocol" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- In what a brother's or sister's record says of whom they chose, and of what is shared with that person, too, "another child" takes a sealed child's name's place.
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

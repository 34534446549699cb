-- What goes with the child from one service to the next: key events and milestones, which parts of them are shared from which
-- day, and brothers and sisters as the family said (HIG-185, HIG-186, HIG-198, HIG-80). Rows are added and never changed.
CREATE TABLE "common_entry" (
	"area_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"on" date,
	"age_in_months" integer,
	"level" text,
	"source" text,
	"written_on" date NOT NULL,
	"corrects_id" uuid,
	"is_taken_back" boolean NOT NULL,
	"because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "common_entry_area_id_entry_id_pk" PRIMARY KEY("area_id","entry_id"),
	CONSTRAINT "common_entry_says_why_it_changed" CHECK ("common_entry"."corrects_id" is null or "common_entry"."because" is not null),
	CONSTRAINT "common_entry_takes_back_what_there_is" CHECK (not "common_entry"."is_taken_back" or "common_entry"."corrects_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "record_stage" (
	"area_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"agency_id" uuid,
	"part" text NOT NULL,
	"live_from" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "record_stage_area_id_stage_id_pk" PRIMARY KEY("area_id","stage_id")
);
--> statement-breakpoint
CREATE TABLE "sibling_said" (
	"area_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"is" text NOT NULL,
	"given_name" text NOT NULL,
	"born_on" date,
	"told_by" text NOT NULL,
	"takes_back_id" uuid,
	"because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "sibling_said_area_id_link_id_pk" PRIMARY KEY("area_id","link_id"),
	CONSTRAINT "sibling_said_says_why_it_is_taken_back" CHECK ("sibling_said"."takes_back_id" is null or "sibling_said"."because" is not null)
);
--> statement-breakpoint
ALTER TABLE "common_entry" ADD CONSTRAINT "common_entry_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "common_entry" ADD CONSTRAINT "common_entry_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "common_entry" ADD CONSTRAINT "common_entry_area_id_corrects_id_common_entry_area_id_entry_id_fk" FOREIGN KEY ("area_id","corrects_id") REFERENCES "public"."common_entry"("area_id","entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_stage" ADD CONSTRAINT "record_stage_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sibling_said" ADD CONSTRAINT "sibling_said_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sibling_said" ADD CONSTRAINT "sibling_said_area_id_takes_back_id_sibling_said_area_id_link_id_fk" FOREIGN KEY ("area_id","takes_back_id") REFERENCES "public"."sibling_said"("area_id","link_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "common_entry_is_put_right_once" ON "common_entry" USING btree ("area_id","corrects_id");--> statement-breakpoint
CREATE INDEX "common_entry_area_id_child_id_index" ON "common_entry" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "record_stage_area_id_agency_id_part_index" ON "record_stage" USING btree ("area_id","agency_id","part");--> statement-breakpoint
CREATE UNIQUE INDEX "sibling_said_is_taken_back_once" ON "sibling_said" USING btree ("area_id","takes_back_id");--> statement-breakpoint
CREATE INDEX "sibling_said_area_id_child_id_index" ON "sibling_said" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "sibling_said_by_birth" ON "sibling_said" USING btree ("area_id","born_on");
--> statement-breakpoint
GRANT SELECT, INSERT ON "common_entry", "record_stage", "sibling_said" TO linchpin_app;
--> statement-breakpoint
-- The parts that are shared today, as "agency:part": the last word on each counts.
CREATE FUNCTION "parts_live"() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN coalesce((SELECT array_agg(last.agency_id || ':' || last.part) FROM (
      SELECT DISTINCT ON (r.agency_id, r.part) r.agency_id, r.part, r.live_from FROM record_stage r
        WHERE r.area_id = app_area() AND r.agency_id IS NOT NULL
        ORDER BY r.agency_id, r.part, r.recorded_at DESC, r.stage_id DESC) last
    WHERE last.live_from <= (app_now() AT TIME ZONE 'Europe/London')::date), '{}');
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "parts_live"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "parts_live"() TO linchpin_app;
--> statement-breakpoint
-- An entry is in the file of the agency that wrote it. Those to whom every file is open read it as well, from the day from
-- which that agency shares this part. Words of what happened, and who belongs to a family, may tell where a child is: while
-- that is kept from somebody they read and write none of it.
DO $$
DECLARE
  named text;
  mine text := 'area_id = app_area() AND (app_is_system() OR (EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now()) AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])';
BEGIN
  FOREACH named IN ARRAY ARRAY['common_entry', 'record_stage', 'sibling_said'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (' || mine || ' AND (
      recorded_by = app_person() OR agency_id = ANY ((SELECT my_agencies())::uuid[])
      OR (child_id <> ALL ((SELECT files_closed_to_me())::uuid[]) AND (agency_id || '':'' || part) = ANY ((SELECT parts_live())::text[]))))))', 'common_entry');
  EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (' || mine || ' AND recorded_by = app_person() AND agency_id = ANY ((SELECT my_agencies())::uuid[]))))', 'common_entry');
  EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (' || mine || ')))', 'sibling_said');
  EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (' || mine || ' AND recorded_by = app_person())))', 'sibling_said');
  PERFORM hold_sealed('common_entry');
  PERFORM hold_sealed('sibling_said');
END $$;
--> statement-breakpoint
CREATE POLICY "reads" ON "record_stage" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE POLICY "adds" ON "record_stage" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (recorded_by = app_person() AND EXISTS (
  SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
    AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date AND po.role IN ('coordinator', 'service-manager')))));
--> statement-breakpoint
-- A brother or sister whose record was sealed is on nobody else's record by name and date of birth.
CREATE POLICY "sealed_sibling" ON "sibling_said" AS RESTRICTIVE TO linchpin_app USING (link_id <> ALL ((SELECT sealed_keys())::uuid[]));
--> statement-breakpoint
CREATE POLICY "seals" ON "common_entry" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "seals" ON "sibling_said" TO CURRENT_USER USING (true) WITH CHECK (true);
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
  -- A brother or sister with that name and that date of birth is not on the family's records any more.
  INSERT INTO sealed_key (area_id, key, child_id) SELECT NEW.area_id, s.link_id, NEW.child_id FROM sibling_said s
    WHERE s.area_id = NEW.area_id AND s.child_id = ANY (family) AND s.born_on = their.born_on AND s.given_name ~ word ON CONFLICT DO NOTHING;
  FOR one IN SELECT c.table_name AS named, string_agg(format('%1$I = regexp_replace(%1$I, $1, ''another child'', ''g'')', c.column_name), ', ') AS words
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry', 'sibling_said') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

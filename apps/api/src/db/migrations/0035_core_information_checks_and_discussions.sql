-- When core information was last confirmed, routine checks, and informal discussions (HIG-28, HIG-14, HIG-6).
CREATE TABLE "core_confirmation" (
	"area_id" uuid NOT NULL,
	"confirmation_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"item" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "core_confirmation_area_id_confirmation_id_pk" PRIMARY KEY("area_id","confirmation_id")
);
--> statement-breakpoint
CREATE TABLE "informal_discussion" (
	"area_id" uuid NOT NULL,
	"discussion_id" uuid NOT NULL,
	"child_id" uuid,
	"written_by" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"people" text NOT NULL,
	"agencies" text[] NOT NULL,
	"suggested" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "informal_discussion_area_id_discussion_id_pk" PRIMARY KEY("area_id","discussion_id")
);
--> statement-breakpoint
CREATE TABLE "routine_check" (
	"area_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"done_on" date NOT NULL,
	"outcome" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "routine_check_area_id_check_id_pk" PRIMARY KEY("area_id","check_id")
);
--> statement-breakpoint
ALTER TABLE "child" ADD COLUMN "named_at" timestamptz;--> statement-breakpoint
ALTER TABLE "core_confirmation" ADD CONSTRAINT "core_confirmation_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "informal_discussion" ADD CONSTRAINT "informal_discussion_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "informal_discussion" ADD CONSTRAINT "informal_discussion_area_id_written_by_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","written_by") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "informal_discussion" ADD CONSTRAINT "informal_discussion_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_check" ADD CONSTRAINT "routine_check_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_check" ADD CONSTRAINT "routine_check_area_id_agency_id_agency_area_id_agency_id_fk" FOREIGN KEY ("area_id","agency_id") REFERENCES "public"."agency"("area_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "core_confirmation_area_id_child_id_item_index" ON "core_confirmation" USING btree ("area_id","child_id","item");--> statement-breakpoint
CREATE INDEX "informal_discussion_area_id_child_id_index" ON "informal_discussion" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE INDEX "informal_discussion_area_id_written_by_index" ON "informal_discussion" USING btree ("area_id","written_by");--> statement-breakpoint
CREATE INDEX "routine_check_area_id_child_id_index" ON "routine_check" USING btree ("area_id","child_id");--> statement-breakpoint
CREATE UNIQUE INDEX "core_information_owed_once" ON "duty" USING btree ("area_id","child_id") WHERE act = 'named-person.confirm-core-information' and done_at is null and child_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "core_information_never_confirmed_owed_once" ON "duty" USING btree ("area_id","owed_by") WHERE act = 'named-person.confirm-core-information' and done_at is null and child_id is null;
--> statement-breakpoint
GRANT SELECT, INSERT ON "core_confirmation", "routine_check", "informal_discussion" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
  -- An item of one agency's file: for those of its people who work with the child. To anybody else it crosses as a release.
  ours text := 'app_is_system() OR EXISTS (SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person() AND po.agency_id = %1$I.agency_id AND po.during @> (app_now() AT TIME ZONE ''Europe/London'')::date)';
BEGIN
  FOREACH named IN ARRAY ARRAY['core_confirmation', 'routine_check', 'informal_discussion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
  -- Whoever may not know where a child is, is told nothing of it: not even on which day somebody went through it.
  EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ') AND (item IN (''name'', ''born'') OR child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])))
    WITH CHECK (area_id = app_area() AND (' || sees || ') AND (item IN (''name'', ''born'') OR child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])))', 'core_confirmation');
  EXECUTE format('CREATE POLICY of_agency ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ') AND (' || ours || ')) WITH CHECK (area_id = app_area() AND (' || sees || ') AND (' || ours || '))', 'routine_check');
  -- Where nobody said who the child is, it is whoever wrote it alone who reads it.
  EXECUTE format('CREATE POLICY of_agency ON %1$I TO linchpin_app USING (area_id = app_area() AND CASE WHEN child_id IS NULL THEN written_by = app_person() ELSE (' || sees || ') AND (' || ours || ') END)
    WITH CHECK (area_id = app_area() AND (app_is_system() OR written_by = app_person()) AND (child_id IS NULL OR ((' || sees || ') AND (' || ours || '))))', 'informal_discussion');
END $$;
--> statement-breakpoint
SELECT hold_sealed('core_confirmation'), hold_sealed('routine_check'), hold_sealed('informal_discussion');
--> statement-breakpoint
CREATE POLICY "seals" ON "routine_check" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "seals" ON "informal_discussion" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- In what a brother's or sister's record says of checks and discussions, too, "another child" takes a sealed child's name's place.
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

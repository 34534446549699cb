-- What child and family say of a plan, each apart (HIG-45, HIG-49, GIR-25; Bolton 4.8). Rows are added and never changed.
CREATE TABLE "plan_word" (
	"area_id" uuid NOT NULL,
	"word_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"whose" text NOT NULL,
	"about" text NOT NULL,
	"answer" text NOT NULL,
	"words" text,
	"form" text,
	"name" text,
	"action_id" uuid,
	"said_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_word_area_id_word_id_pk" PRIMARY KEY("area_id","word_id")
);
--> statement-breakpoint
ALTER TABLE "plan_word" ADD CONSTRAINT "plan_word_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_word" ADD CONSTRAINT "plan_word_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_word" ADD CONSTRAINT "plan_word_area_id_action_id_plan_action_area_id_action_id_fk" FOREIGN KEY ("area_id","action_id") REFERENCES "public"."plan_action"("area_id","action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_word_area_id_plan_id_child_id_index" ON "plan_word" USING btree ("area_id","plan_id","child_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "plan_word" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = plan_word.child_id AND a.during @> app_now())';
BEGIN
  EXECUTE 'ALTER TABLE plan_word ENABLE ROW LEVEL SECURITY';
  EXECUTE 'ALTER TABLE plan_word FORCE ROW LEVEL SECURITY';
  EXECUTE 'CREATE POLICY of_child ON plan_word TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))';
  PERFORM hold_sealed('plan_word');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "plan_word" TO CURRENT_USER USING (true) WITH CHECK (true);
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

-- When a plan was agreed, who has a copy of it since then and who was left out (HIG-50); who was told of a share by another way (HIG-24).
CREATE TABLE "plan_agreed" (
	"area_id" uuid NOT NULL,
	"agreed_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"agreed_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_agreed_area_id_agreed_id_pk" PRIMARY KEY("area_id","agreed_id")
);
--> statement-breakpoint
CREATE TABLE "plan_copy_mark" (
	"area_id" uuid NOT NULL,
	"mark_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"whom" text NOT NULL,
	"sent_copy_id" uuid,
	"name" text,
	"handed_over_on" date,
	"received_on" date,
	"left_out_because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_copy_mark_area_id_mark_id_pk" PRIMARY KEY("area_id","mark_id")
);
--> statement-breakpoint
CREATE TABLE "share_made_told" (
	"area_id" uuid NOT NULL,
	"told_id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"told_on" date,
	"how" text,
	"not_told_because" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "share_made_told_area_id_told_id_pk" PRIMARY KEY("area_id","told_id")
);
--> statement-breakpoint
ALTER TABLE "plan_agreed" ADD CONSTRAINT "plan_agreed_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_agreed" ADD CONSTRAINT "plan_agreed_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_copy_mark" ADD CONSTRAINT "plan_copy_mark_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_copy_mark" ADD CONSTRAINT "plan_copy_mark_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_copy_mark" ADD CONSTRAINT "plan_copy_mark_area_id_sent_copy_id_sent_copy_area_id_sent_copy_id_fk" FOREIGN KEY ("area_id","sent_copy_id") REFERENCES "public"."sent_copy"("area_id","sent_copy_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_made_told" ADD CONSTRAINT "share_made_told_area_id_share_id_share_made_area_id_share_id_fk" FOREIGN KEY ("area_id","share_id") REFERENCES "public"."share_made"("area_id","share_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_made_told" ADD CONSTRAINT "share_made_told_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_agreed_area_id_plan_id_child_id_index" ON "plan_agreed" USING btree ("area_id","plan_id","child_id");--> statement-breakpoint
CREATE INDEX "plan_copy_mark_area_id_plan_id_child_id_index" ON "plan_copy_mark" USING btree ("area_id","plan_id","child_id");--> statement-breakpoint
CREATE INDEX "share_made_told_area_id_share_id_index" ON "share_made_told" USING btree ("area_id","share_id");
--> statement-breakpoint
-- What is written down stays: the app adds, and changes nothing.
GRANT SELECT, INSERT ON "plan_agreed", "plan_copy_mark", "share_made_told" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['plan_agreed', 'plan_copy_mark', 'share_made_told'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    PERFORM hold_sealed(named);
  END LOOP;
  FOREACH named IN ARRAY ARRAY['plan_agreed', 'share_made_told'] LOOP
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
  END LOOP;
  -- Who got a copy may tell where a child is: while that is kept from somebody they read none of it, as of the copies.
  EXECUTE format('CREATE POLICY reads ON %1$I FOR SELECT TO linchpin_app USING (area_id = app_area() AND (' || sees || ') AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]))', 'plan_copy_mark');
  EXECUTE format('CREATE POLICY adds ON %1$I FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (' || sees || '))', 'plan_copy_mark');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "plan_copy_mark" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "seals" ON "share_made_told" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- In what a brother's or sister's record says of copies and of who was told, too, "another child" takes a sealed child's name's place.
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

-- Whether something is open for a child, held back by name from a worker who is named for a brother or sister, with the
-- reason (HIG-80, HD-19). Rows are added and never changed: one that ends another names it.
CREATE TABLE "sibling_flag_hold" (
	"area_id" uuid NOT NULL,
	"hold_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"because" text NOT NULL,
	"ends_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "sibling_flag_hold_area_id_hold_id_pk" PRIMARY KEY("area_id","hold_id"),
	CONSTRAINT "sibling_flag_hold_of_whom" UNIQUE("area_id","hold_id","child_id","practitioner_id")
);
--> statement-breakpoint
ALTER TABLE "sibling_flag_hold" ADD CONSTRAINT "sibling_flag_hold_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sibling_flag_hold" ADD CONSTRAINT "sibling_flag_hold_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sibling_flag_hold" ADD CONSTRAINT "sibling_flag_hold_ends_what_there_is" FOREIGN KEY ("area_id","ends_id","child_id","practitioner_id") REFERENCES "public"."sibling_flag_hold"("area_id","hold_id","child_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sibling_flag_hold_is_ended_once" ON "sibling_flag_hold" USING btree ("area_id","ends_id");--> statement-breakpoint
CREATE INDEX "sibling_flag_hold_area_id_child_id_practitioner_id_index" ON "sibling_flag_hold" USING btree ("area_id","child_id","practitioner_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON "sibling_flag_hold" TO linchpin_app;
--> statement-breakpoint
-- For the child's named person alone, and never for the one it is held back from, whatever part they have in the child's care.
DO $$
DECLARE
  decides text := 'area_id = app_area() AND (app_is_system() OR (practitioner_id <> app_person() AND child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[])
    AND EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = sibling_flag_hold.child_id
      AND a.basis = ''named-person'' AND NOT a.held_back AND a.during @> app_now())';
BEGIN
  ALTER TABLE "sibling_flag_hold" ENABLE ROW LEVEL SECURITY;
  ALTER TABLE "sibling_flag_hold" FORCE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY reads ON sibling_flag_hold FOR SELECT TO linchpin_app USING (' || decides || ')))';
  EXECUTE 'CREATE POLICY adds ON sibling_flag_hold FOR INSERT TO linchpin_app WITH CHECK (' || decides || ' AND recorded_by = app_person())))';
  PERFORM hold_sealed('sibling_flag_hold');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "sibling_flag_hold" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome', 'sibling_flag_hold'] $$;
--> statement-breakpoint
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
  -- That something opened or closed for a brother or sister is on no list of the family's named persons any more, nor on its way there.
  UPDATE notice n SET child_id = NEW.child_id, read_at = coalesce(n.read_at, app_now())
    WHERE n.area_id = NEW.area_id AND n.act = 'sibling-flag.told' AND n.child_id = ANY (family);
  UPDATE outbox o SET payload = '{}', relayed_at = coalesce(o.relayed_at, app_now())
    WHERE o.area_id = NEW.area_id AND o.payload ->> 'act' = 'sibling-flag.told' AND (o.payload ->> 'childId')::uuid = ANY (family);
  FOR one IN SELECT c.table_name AS named, string_agg(format('%1$I = regexp_replace(%1$I, $1, ''another child'', ''g'')', c.column_name), ', ') AS words
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name = ANY (tables_with_words_of_a_child()) GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

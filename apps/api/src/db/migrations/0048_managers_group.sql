-- The area's group of service managers: who sits in it, its meetings, and the items it is asked (Highland Part 3, H15 and H18).
CREATE TABLE "group_item" (
	"area_id" uuid NOT NULL,
	"group_item_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"action_id" uuid,
	"body" text NOT NULL,
	"reason" text NOT NULL,
	"about" text NOT NULL,
	"young_offender" text NOT NULL,
	"tried_locally" text,
	"disagreement" text,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"adoption_id" uuid NOT NULL,
	"because" text,
	"meeting_id" uuid,
	"placed_by" uuid,
	"placed_at" timestamptz,
	"housing" text,
	"housing_why" text,
	"housing_invited_on" date,
	"reporter_invited_on" date,
	"reporters_part" text,
	"reporters_words" text,
	"present" jsonb,
	"decision" text,
	"owner_agency" text,
	"due_on" date,
	"decided_on" date,
	"decided_by" uuid,
	"decided_at" timestamptz,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "group_item_area_id_group_item_id_pk" PRIMARY KEY("area_id","group_item_id"),
	CONSTRAINT "a_decision_is_whole" CHECK ("group_item"."state" <> 'decided' or ("group_item"."decision" is not null and "group_item"."owner_agency" is not null and "group_item"."due_on" is not null and "group_item"."decided_on" is not null and "group_item"."present" is not null)),
	CONSTRAINT "an_item_is_on_an_agenda" CHECK ("group_item"."state" not in ('on-agenda', 'decided') or "group_item"."meeting_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "group_item_tried" (
	"area_id" uuid NOT NULL,
	"group_item_id" uuid NOT NULL,
	"way" text NOT NULL,
	"child_id" uuid NOT NULL,
	"tried_on" date NOT NULL,
	"result" text NOT NULL,
	CONSTRAINT "group_item_tried_area_id_group_item_id_way_pk" PRIMARY KEY("area_id","group_item_id","way")
);
--> statement-breakpoint
CREATE TABLE "group_meeting" (
	"area_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"published_at" timestamptz,
	"published_by" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "group_meeting_area_id_meeting_id_pk" PRIMARY KEY("area_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "group_seat" (
	"area_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"holding" text NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"ended_by" uuid,
	"ended_because" text,
	CONSTRAINT "group_seat_area_id_seat_id_pk" PRIMARY KEY("area_id","seat_id"),
	CONSTRAINT "group_seat_during_is_not_empty" CHECK (not isempty("group_seat"."during")),
	CONSTRAINT "nobody_names_themselves" CHECK ("group_seat"."recorded_by" <> "group_seat"."practitioner_id")
);
--> statement-breakpoint
ALTER TABLE "group_item" ADD CONSTRAINT "group_item_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_item" ADD CONSTRAINT "group_item_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_item" ADD CONSTRAINT "group_item_area_id_action_id_plan_action_area_id_action_id_fk" FOREIGN KEY ("area_id","action_id") REFERENCES "public"."plan_action"("area_id","action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_item" ADD CONSTRAINT "group_item_area_id_meeting_id_group_meeting_area_id_meeting_id_fk" FOREIGN KEY ("area_id","meeting_id") REFERENCES "public"."group_meeting"("area_id","meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_item_tried" ADD CONSTRAINT "group_item_tried_area_id_group_item_id_group_item_area_id_group_item_id_fk" FOREIGN KEY ("area_id","group_item_id") REFERENCES "public"."group_item"("area_id","group_item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_item_tried" ADD CONSTRAINT "group_item_tried_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "group_seat_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_item_area_id_plan_id_child_id_index" ON "group_item" USING btree ("area_id","plan_id","child_id");--> statement-breakpoint
CREATE INDEX "group_item_area_id_meeting_id_index" ON "group_item" USING btree ("area_id","meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_meeting_a_day" ON "group_meeting" USING btree ("area_id","held_on");--> statement-breakpoint
CREATE INDEX "group_seat_area_id_practitioner_id_index" ON "group_seat" USING btree ("area_id","practitioner_id");--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "one_in_a_seat_at_a_time" EXCLUDE USING gist ("area_id" WITH =, "seat" WITH =, "holding" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
ALTER TABLE "group_seat" ADD CONSTRAINT "one_seat_a_person" EXCLUDE USING gist ("area_id" WITH =, "practitioner_id" WITH =, "during" WITH &&) WHERE (not isempty(during));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "group_seat", "group_meeting", "group_item" TO linchpin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "group_item_tried" TO linchpin_app;
--> statement-breakpoint
ALTER TABLE "group_seat" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "group_seat" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Who sits in the group is no secret of the area. A service's manager names the co-ordinator, and a co-ordinator who sits for a service: nobody settles both.
CREATE POLICY "reads" ON "group_seat" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
CREATE FUNCTION "may_keep_seat"(of_seat text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR EXISTS (
    SELECT 1 FROM post po WHERE po.area_id = app_area() AND po.practitioner_id = app_person()
      AND po.during @> (app_now() AT TIME ZONE 'Europe/London')::date
      AND po.role = CASE WHEN of_seat = 'coordinator' THEN 'service-manager' ELSE 'coordinator' END)
$$;
--> statement-breakpoint
CREATE POLICY "adds" ON "group_seat" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (recorded_by = app_person() AND may_keep_seat(seat))));
--> statement-breakpoint
CREATE POLICY "ends" ON "group_seat" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND may_keep_seat(seat)) WITH CHECK (area_id = app_area() AND (app_is_system() OR ended_by = app_person()));
--> statement-breakpoint
ALTER TABLE "group_meeting" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "group_meeting" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "reads" ON "group_meeting" FOR SELECT TO linchpin_app USING (area_id = app_area());
--> statement-breakpoint
-- The agenda is the co-ordinator's who is named for the area, and nobody else's.
CREATE FUNCTION "keeps_the_agenda"() RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT app_is_system() OR EXISTS (
    SELECT 1 FROM group_seat s WHERE s.area_id = app_area() AND s.practitioner_id = app_person() AND s.seat = 'coordinator' AND s.during @> app_now())
$$;
--> statement-breakpoint
CREATE POLICY "adds" ON "group_meeting" FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND keeps_the_agenda());
--> statement-breakpoint
CREATE POLICY "publishes" ON "group_meeting" FOR UPDATE TO linchpin_app USING (area_id = app_area() AND keeps_the_agenda()) WITH CHECK (area_id = app_area() AND keeps_the_agenda());
--> statement-breakpoint
-- An item is read by whoever leads or answers for the child and may have asked for it, by the co-ordinator whom it reached and by
-- whoever sits while it is on the agenda: both by a row of child_access that comes of the item itself. What was decided goes back
-- to everybody who reads the plan. What was decided is never changed.
DO $$
DECLARE
  ties text := 'EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = group_item.child_id AND a.during @> app_now() AND (%s))';
  answers text := 'a.basis IN (''named-person'', ''lead'', ''acting-lead'', ''contact-of-record'', ''line-manager'')';
  by_item text := 'a.basis IN (''coordinator'', ''forum-member'') AND a.source_id = group_item.group_item_id';
  reads text;
  works text;
BEGIN
  reads := format(ties, answers || ' OR (' || by_item || ') OR (group_item.state = ''decided'' AND a.basis NOT IN (''record-keeper'', ''head''))');
  works := format(ties, answers || ' OR (' || by_item || ')');
  EXECUTE 'ALTER TABLE group_item ENABLE ROW LEVEL SECURITY';
  EXECUTE 'ALTER TABLE group_item FORCE ROW LEVEL SECURITY';
  EXECUTE 'CREATE POLICY reads ON group_item FOR SELECT TO linchpin_app USING (area_id = app_area() AND (app_is_system() OR ' || reads || '))';
  EXECUTE 'CREATE POLICY asks ON group_item FOR INSERT TO linchpin_app WITH CHECK (area_id = app_area() AND (app_is_system() OR (asked_by = app_person() AND state = ''asked'' AND ' || format(ties, answers) || ')))';
  EXECUTE 'CREATE POLICY moves ON group_item FOR UPDATE TO linchpin_app USING (area_id = app_area() AND state IN (''asked'', ''on-agenda'') AND (app_is_system() OR ' || works || ')) WITH CHECK (area_id = app_area() AND (app_is_system() OR ' || works || '))';
  EXECUTE 'ALTER TABLE group_item_tried ENABLE ROW LEVEL SECURITY';
  EXECUTE 'ALTER TABLE group_item_tried FORCE ROW LEVEL SECURITY';
  EXECUTE 'CREATE POLICY of_item ON group_item_tried TO linchpin_app USING (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM group_item i WHERE i.area_id = group_item_tried.area_id AND i.group_item_id = group_item_tried.group_item_id AND i.child_id = group_item_tried.child_id))) WITH CHECK (area_id = app_area() AND (app_is_system() OR EXISTS (SELECT 1 FROM group_item i WHERE i.area_id = group_item_tried.area_id AND i.group_item_id = group_item_tried.group_item_id AND i.child_id = group_item_tried.child_id AND i.asked_by = app_person())))';
  PERFORM hold_sealed('group_item');
  PERFORM hold_sealed('group_item_tried');
END $$;
--> statement-breakpoint
CREATE POLICY "seals" ON "group_item" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY "seals" ON "group_item_tried" TO CURRENT_USER USING (true) WITH CHECK (true);
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

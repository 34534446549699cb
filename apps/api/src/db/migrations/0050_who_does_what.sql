-- Everybody knows who does what under a plan: the list as it was issued and what each says of it (GIR-70, HIG-128), progress on actions
-- (GIR-31), outcomes and doubled help (GIR-4, GIR-34), and what child and family think of the plan, with the answer (GIR-75).
CREATE TABLE "action_progress" (
	"area_id" uuid NOT NULL,
	"progress_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "action_progress_area_id_progress_id_pk" PRIMARY KEY("area_id","progress_id")
);
--> statement-breakpoint
CREATE TABLE "overlap_settled" (
	"area_id" uuid NOT NULL,
	"settled_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"other_action_id" uuid NOT NULL,
	"as" text NOT NULL,
	"reason" text,
	"settled_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "overlap_settled_area_id_settled_id_pk" PRIMARY KEY("area_id","settled_id"),
	CONSTRAINT "kept_with_a_reason" CHECK ("overlap_settled"."as" <> 'kept' or "overlap_settled"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_outcome" (
	"area_id" uuid NOT NULL,
	"outcome_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	"ended_by" uuid,
	"ended_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_outcome_area_id_outcome_id_pk" PRIMARY KEY("area_id","outcome_id")
);
--> statement-breakpoint
CREATE TABLE "plan_view" (
	"area_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"whose" text NOT NULL,
	"words" text NOT NULL,
	"how" text NOT NULL,
	"name" text,
	"said_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_view_area_id_view_id_pk" PRIMARY KEY("area_id","view_id")
);
--> statement-breakpoint
CREATE TABLE "plan_view_answer" (
	"area_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"words" text NOT NULL,
	"answered_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "plan_view_answer_area_id_answer_id_pk" PRIMARY KEY("area_id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "who_does_what" (
	"area_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"after_list_id" uuid,
	"issued_on" date NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamptz NOT NULL,
	"child_is_not_asked_because" text,
	CONSTRAINT "who_does_what_area_id_list_id_pk" PRIMARY KEY("area_id","list_id")
);
--> statement-breakpoint
CREATE TABLE "who_does_what_action" (
	"area_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"what" text NOT NULL,
	"outcome" text,
	"starts_on" date,
	"due_on" date,
	CONSTRAINT "who_does_what_action_area_id_list_id_action_id_pk" PRIMARY KEY("area_id","list_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "who_does_what_line" (
	"area_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"as" text NOT NULL,
	"practitioner_id" uuid,
	"name" text NOT NULL,
	"agency_name" text,
	"agency_kind" text,
	"role" text,
	"part" text,
	"attends" boolean NOT NULL,
	CONSTRAINT "who_does_what_line_area_id_list_id_line_id_pk" PRIMARY KEY("area_id","list_id","line_id"),
	CONSTRAINT "a_practitioner_by_id" CHECK ("who_does_what_line"."as" <> 'practitioner' or "who_does_what_line"."practitioner_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "who_does_what_said" (
	"area_id" uuid NOT NULL,
	"said_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"says" text NOT NULL,
	"words" text,
	"said_on" date NOT NULL,
	"how" text,
	"name" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "who_does_what_said_area_id_said_id_pk" PRIMARY KEY("area_id","said_id"),
	CONSTRAINT "only_clear_without_words" CHECK ("who_does_what_said"."says" = 'clear' or "who_does_what_said"."words" is not null)
);
--> statement-breakpoint
ALTER TABLE "action_progress" ADD CONSTRAINT "action_progress_area_id_action_id_plan_action_area_id_action_id_fk" FOREIGN KEY ("area_id","action_id") REFERENCES "public"."plan_action"("area_id","action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_progress" ADD CONSTRAINT "action_progress_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_area_id_action_id_plan_action_area_id_action_id_fk" FOREIGN KEY ("area_id","action_id") REFERENCES "public"."plan_action"("area_id","action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_area_id_other_action_id_plan_action_area_id_action_id_fk" FOREIGN KEY ("area_id","other_action_id") REFERENCES "public"."plan_action"("area_id","action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_settled" ADD CONSTRAINT "overlap_settled_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_outcome" ADD CONSTRAINT "plan_outcome_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_outcome" ADD CONSTRAINT "plan_outcome_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_view" ADD CONSTRAINT "plan_view_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_view" ADD CONSTRAINT "plan_view_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_view_answer" ADD CONSTRAINT "plan_view_answer_area_id_view_id_plan_view_area_id_view_id_fk" FOREIGN KEY ("area_id","view_id") REFERENCES "public"."plan_view"("area_id","view_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_view_answer" ADD CONSTRAINT "plan_view_answer_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what" ADD CONSTRAINT "who_does_what_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what" ADD CONSTRAINT "who_does_what_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_action" ADD CONSTRAINT "who_does_what_action_area_id_list_id_line_id_who_does_what_line_area_id_list_id_line_id_fk" FOREIGN KEY ("area_id","list_id","line_id") REFERENCES "public"."who_does_what_line"("area_id","list_id","line_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_action" ADD CONSTRAINT "who_does_what_action_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_line" ADD CONSTRAINT "who_does_what_line_area_id_list_id_who_does_what_area_id_list_id_fk" FOREIGN KEY ("area_id","list_id") REFERENCES "public"."who_does_what"("area_id","list_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_line" ADD CONSTRAINT "who_does_what_line_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_said" ADD CONSTRAINT "who_does_what_said_area_id_plan_id_plan_area_id_plan_id_fk" FOREIGN KEY ("area_id","plan_id") REFERENCES "public"."plan"("area_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "who_does_what_said" ADD CONSTRAINT "who_does_what_said_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_progress_area_id_plan_id_recorded_at_index" ON "action_progress" USING btree ("area_id","plan_id","recorded_at");--> statement-breakpoint
CREATE INDEX "overlap_settled_area_id_plan_id_index" ON "overlap_settled" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "plan_outcome_area_id_plan_id_index" ON "plan_outcome" USING btree ("area_id","plan_id");--> statement-breakpoint
CREATE INDEX "plan_view_area_id_plan_id_child_id_index" ON "plan_view" USING btree ("area_id","plan_id","child_id");--> statement-breakpoint
CREATE INDEX "plan_view_answer_area_id_view_id_index" ON "plan_view_answer" USING btree ("area_id","view_id");--> statement-breakpoint
CREATE INDEX "who_does_what_area_id_plan_id_child_id_issued_at_index" ON "who_does_what" USING btree ("area_id","plan_id","child_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_list_after_another" ON "who_does_what" USING btree ("area_id","after_list_id") WHERE after_list_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_first_list" ON "who_does_what" USING btree ("area_id","plan_id","child_id") WHERE after_list_id is null;--> statement-breakpoint
CREATE INDEX "who_does_what_line_area_id_practitioner_id_index" ON "who_does_what_line" USING btree ("area_id","practitioner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_line_each" ON "who_does_what_line" USING btree ("area_id","list_id",coalesce("practitioner_id"::text, "as"));--> statement-breakpoint
CREATE INDEX "who_does_what_said_area_id_line_id_recorded_at_index" ON "who_does_what_said" USING btree ("area_id","line_id","recorded_at");
--> statement-breakpoint
-- What was issued, said, posted and settled stays: the app adds, and changes nothing. An outcome is taken off the plan with why.
GRANT SELECT, INSERT ON "who_does_what", "who_does_what_line", "who_does_what_action", "who_does_what_said", "action_progress", "overlap_settled", "plan_view", "plan_view_answer", "plan_outcome" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ON "plan_outcome" TO linchpin_app;
--> statement-breakpoint
DO $$
DECLARE
  named text;
  sees text := 'app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person() AND a.child_id = %1$I.child_id AND a.during @> app_now())';
BEGIN
  FOREACH named IN ARRAY ARRAY['who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view', 'plan_view_answer', 'plan_outcome'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('CREATE POLICY of_child ON %1$I TO linchpin_app USING (area_id = app_area() AND (' || sees || ')) WITH CHECK (area_id = app_area() AND (' || sees || '))', named);
    EXECUTE format('CREATE POLICY seals ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', named);
    PERFORM hold_sealed(named);
  END LOOP;
END $$;
--> statement-breakpoint
-- The caller's own line on the list that counts now, of each open plan that they work on, with what was said of it: the child by given
-- name and initial, by whole name where the plan was released to them. Nothing where they are held back from the child.
CREATE FUNCTION "my_own_lines"() RETURNS TABLE (list_id uuid, line_id uuid, child_id uuid, plan_id uuid, issued_on date, issued_by uuid, role text, given_name text, family_name text, does jsonb, said jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT l.list_id, l.line_id, l.child_id, l.plan_id, w.issued_on, w.issued_by, l.role, c.given_name,
    CASE WHEN EXISTS (SELECT 1 FROM release r WHERE r.area_id = l.area_id AND r.child_id = l.child_id AND r.item_kind = 'plan' AND r.item_id = l.plan_id
      AND r.to_id = app_person() AND r.during @> app_now()) THEN c.family_name ELSE left(c.family_name, 1) END,
    coalesce((SELECT jsonb_agg(jsonb_build_object('what', d.what, 'outcome', d.outcome, 'startsOn', d.starts_on, 'dueOn', d.due_on) ORDER BY d.due_on NULLS LAST, d.action_id)
      FROM who_does_what_action d WHERE d.area_id = l.area_id AND d.list_id = l.list_id AND d.line_id = l.line_id), '[]'),
    coalesce((SELECT jsonb_agg(jsonb_build_object('says', s.says, 'words', s.words, 'on', s.said_on, 'recordedBy', s.recorded_by) ORDER BY s.recorded_at, s.said_id)
      FROM who_does_what_said s WHERE s.area_id = l.area_id AND s.line_id = l.line_id), '[]')
  FROM who_does_what_line l
  JOIN who_does_what w ON w.area_id = l.area_id AND w.list_id = l.list_id
  JOIN plan p ON p.area_id = l.area_id AND p.plan_id = l.plan_id AND p.state = 'open'
  JOIN child c ON c.area_id = l.area_id AND c.child_id = l.child_id AND c.withdrawn_at IS NULL
  WHERE l.area_id = app_area() AND l.practitioner_id = app_person() AND NOT is_held_back(l.area_id, app_person(), l.child_id)
    AND l.child_id <> ALL (sealed_keys()) AND l.plan_id <> ALL (sealed_keys())
    AND NOT EXISTS (SELECT 1 FROM who_does_what later WHERE later.area_id = w.area_id AND later.after_list_id = w.list_id)
    AND (EXISTS (SELECT 1 FROM plan_practitioner t WHERE t.area_id = l.area_id AND t.plan_id = l.plan_id AND t.practitioner_id = app_person() AND t.during @> app_now())
      OR EXISTS (SELECT 1 FROM plan_action a WHERE a.area_id = l.area_id AND a.plan_id = l.plan_id AND a.owner_id = app_person() AND a.state IN ('planned', 'running')));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "my_own_lines"() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "my_own_lines"() TO linchpin_app;
--> statement-breakpoint
-- In what a brother's or sister's record says in these, too, "another child" takes a sealed child's name's place.
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
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name IN ('share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact', 'contact_protocol', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry', 'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view', 'plan_view_answer', 'plan_outcome') GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

-- That something left by another way, and waits to be settled, is in the file of the agency that shared it (HIG-183), like
-- the share itself.
CREATE POLICY "own_file_shares" ON "duty" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  act <> 'consent.settle-unmatched-share' OR owed_by = app_person() OR on_account_of = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "share_made" s WHERE s.area_id = duty.area_id AND s.child_id = duty.child_id AND s.decision_id = duty.decision_id));
--> statement-breakpoint
-- What is owed about sharing names to whom something went: it is for whoever reads the step that it was kept with.
CREATE POLICY "own_file_owed" ON "decision" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  question <> 'consent.duties' OR child_id IS NULL OR asked_by = app_person()
  OR child_id <> ALL ((SELECT files_closed_to_me())::uuid[])
  OR EXISTS (SELECT 1 FROM "chronology_entry" e
    WHERE e.area_id = decision.area_id AND e.child_id = decision.child_id AND e.decision_id = decision.decision_id));
--> statement-breakpoint
-- That the family was told of such a share is a step of that file too.
ALTER TABLE "chronology_entry" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "chronology_entry" SET "act" = 'consent.share-told' WHERE "act" = 'consent.told'
  AND "title" IN ('The family was told of what was shared by another way', 'The family was not told of what was shared by another way');
--> statement-breakpoint
ALTER TABLE "chronology_entry" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Of what came in and of what a family said, the app settles and never rewrites: whose it is and what was said stay.
REVOKE UPDATE ON "arrival", "family_word", "chosen_contact" FROM linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("filed_as", "filed_because", "says", "filed_by", "filed_at", "version") ON "arrival" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("answer", "answered_on", "mark", "mark_because", "settled_by", "settled_at", "version") ON "family_word" TO linchpin_app;
--> statement-breakpoint
GRANT UPDATE ("during", "ended_because", "ended_by", "version") ON "chosen_contact" TO linchpin_app;
--> statement-breakpoint
-- A referral is in a file of its maker's own agency, a word on a plan is about a child and an action of that plan, and what
-- is settled with somebody is about the child who chose them.
CREATE POLICY "own_agency" ON "referral" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  app_is_system() OR agency_id = ANY ((SELECT my_agencies())::uuid[]));
--> statement-breakpoint
CREATE POLICY "own_words" ON "plan_word" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  app_is_system() OR (recorded_by = app_person()
    AND EXISTS (SELECT 1 FROM "plan_member" m WHERE m.area_id = plan_word.area_id AND m.plan_id = plan_word.plan_id AND m.child_id = plan_word.child_id)
    AND (action_id IS NULL OR EXISTS (SELECT 1 FROM "plan_action" a
      WHERE a.area_id = plan_word.area_id AND a.action_id = plan_word.action_id AND a.plan_id = plan_word.plan_id AND a.child_id = plan_word.child_id))));
--> statement-breakpoint
CREATE POLICY "of_their_contact" ON "contact_protocol" AS RESTRICTIVE FOR INSERT TO linchpin_app WITH CHECK (
  EXISTS (SELECT 1 FROM "chosen_contact" cc
    WHERE cc.area_id = contact_protocol.area_id AND cc.contact_id = contact_protocol.contact_id AND cc.child_id = contact_protocol.child_id));
--> statement-breakpoint
-- Why an adult takes part in something may name a brother or sister: there, too, "another child" takes a sealed child's name's place.
CREATE POLICY "seals" ON "carer_part" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Which tables hold words about a child in the child's own rows. A migration that makes one more says so here, and nowhere else.
CREATE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried', 'common_entry',
    'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress', 'overlap_settled', 'plan_view',
    'plan_view_answer', 'plan_outcome'] $$;
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
  FOR one IN SELECT c.table_name AS named, string_agg(format('%1$I = regexp_replace(%1$I, $1, ''another child'', ''g'')', c.column_name), ', ') AS words
    FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.table_name = ANY (tables_with_words_of_a_child()) GROUP BY c.table_name LOOP
    EXECUTE format('INSERT INTO sealed_words (area_id, words_id, child_id, of_table, was) SELECT $2, gen_random_uuid(), $4, %1$L, to_jsonb(t) FROM %1$I t WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named)
      USING word, NEW.area_id, family, NEW.child_id;
    EXECUTE format('UPDATE %1$I t SET %2$s WHERE t.area_id = $2 AND t.child_id = ANY ($3) AND to_jsonb(t)::text ~ $1', one.named, one.words)
      USING word, NEW.area_id, family;
  END LOOP;
  RETURN NULL;
END $$;

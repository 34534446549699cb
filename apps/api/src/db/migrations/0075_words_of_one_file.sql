-- Of a share of one agency's own item, everybody with a part in the child's care reads that something went; what it was, what for and why
-- is for those who may read the item (decision 36). The words lie apart, as the copy does, and what stands in the release may be read by all.
CREATE TABLE "release_words" (
	"area_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"reason_words" text,
	"ended_because" text,
	"child_not_told_because" text,
	"family_not_told_because" text,
	CONSTRAINT "release_words_area_id_release_id_pk" PRIMARY KEY("area_id","release_id")
);
--> statement-breakpoint
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO "release_words" ("area_id", "release_id", "child_id", "title", "purpose", "reason_words", "ended_because", "child_not_told_because", "family_not_told_because")
  SELECT "area_id", "release_id", "child_id", "title", "purpose", "reason_words", "ended_because", "child_not_told_because", "family_not_told_because" FROM "release" WHERE "item_kind" IN ('check', 'discussion', 'assessment');
--> statement-breakpoint
UPDATE "release" SET "title" = 'Something in another service''s file', "purpose" = 'Not shown: it is in another service''s file', "reason_words" = CASE WHEN "reason_words" IS NULL THEN NULL ELSE 'Not shown: it is in another service''s file' END, "ended_because" = CASE WHEN "ended_because" IS NULL THEN NULL ELSE 'Not shown: it is in another service''s file' END, "child_not_told_because" = CASE WHEN "child_not_told_because" IS NULL THEN NULL ELSE 'Not shown: it is in another service''s file' END, "family_not_told_because" = CASE WHEN "family_not_told_because" IS NULL THEN NULL ELSE 'Not shown: it is in another service''s file' END
  WHERE "item_kind" IN ('check', 'discussion', 'assessment');
--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The words are there before the release that they are of: the key is asked for when all of it is written.
ALTER TABLE "release_words" ADD CONSTRAINT "release_words_area_id_release_id_release_area_id_release_id_fk" FOREIGN KEY ("area_id","release_id") REFERENCES "public"."release"("area_id","release_id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "release_words" ADD CONSTRAINT "release_words_area_id_child_id_child_area_id_child_id_fk" FOREIGN KEY ("area_id","child_id") REFERENCES "public"."child"("area_id","child_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT ON "release_words" TO linchpin_app;
--> statement-breakpoint
-- Whoever reads the release, and shared it, has it come to them while it lasts, or reads the item itself: each table asks that of its own rows.
CREATE POLICY "reads" ON "release_words" FOR SELECT TO linchpin_app
  USING (area_id = app_area() AND EXISTS (SELECT 1 FROM release r
    WHERE r.area_id = release_words.area_id AND r.release_id = release_words.release_id AND (
      app_is_system() OR r.released_by = app_person() OR (r.to_id = app_person() AND r.during @> app_now())
      OR EXISTS (SELECT 1 FROM routine_check i WHERE i.area_id = r.area_id AND i.check_id = r.item_id)
      OR EXISTS (SELECT 1 FROM informal_discussion i WHERE i.area_id = r.area_id AND i.discussion_id = r.item_id)
      OR EXISTS (SELECT 1 FROM assessment i WHERE i.area_id = r.area_id AND i.assessment_id = r.item_id))));
--> statement-breakpoint
ALTER TABLE "release_words" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "release_words" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
SELECT hold_sealed('release_words');
--> statement-breakpoint
CREATE POLICY "seals" ON "release_words" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE FUNCTION "release_words_of_one_file"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  words release_words;
  hidden constant text := 'Not shown: it is in another service''s file';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT w.* INTO words FROM release_words w WHERE w.area_id = OLD.area_id AND w.release_id = OLD.release_id;
  END IF;
  words.area_id := NEW.area_id;
  words.release_id := NEW.release_id;
  words.child_id := NEW.child_id;
  IF TG_OP = 'INSERT' OR NEW.title IS DISTINCT FROM OLD.title THEN
    words.title := NEW.title;
    NEW.title := 'Something in another service''s file';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.purpose IS DISTINCT FROM OLD.purpose THEN
    words.purpose := NEW.purpose;
    NEW.purpose := CASE WHEN NEW.purpose IS NULL THEN NULL ELSE hidden END;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.reason_words IS DISTINCT FROM OLD.reason_words THEN
    words.reason_words := NEW.reason_words;
    NEW.reason_words := CASE WHEN NEW.reason_words IS NULL THEN NULL ELSE hidden END;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.ended_because IS DISTINCT FROM OLD.ended_because THEN
    words.ended_because := NEW.ended_because;
    NEW.ended_because := CASE WHEN NEW.ended_because IS NULL THEN NULL ELSE hidden END;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.child_not_told_because IS DISTINCT FROM OLD.child_not_told_because THEN
    words.child_not_told_because := NEW.child_not_told_because;
    NEW.child_not_told_because := CASE WHEN NEW.child_not_told_because IS NULL THEN NULL ELSE hidden END;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.family_not_told_because IS DISTINCT FROM OLD.family_not_told_because THEN
    words.family_not_told_because := NEW.family_not_told_because;
    NEW.family_not_told_because := CASE WHEN NEW.family_not_told_because IS NULL THEN NULL ELSE hidden END;
  END IF;
  INSERT INTO release_words SELECT words.* ON CONFLICT (area_id, release_id) DO UPDATE SET child_id = excluded.child_id,
    title = excluded.title, purpose = excluded.purpose, reason_words = excluded.reason_words, ended_because = excluded.ended_because, child_not_told_because = excluded.child_not_told_because, family_not_told_because = excluded.family_not_told_because;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "release_words_of_one_file" BEFORE INSERT OR UPDATE ON "release" FOR EACH ROW
  WHEN (NEW.item_kind IN ('check', 'discussion', 'assessment')) EXECUTE FUNCTION release_words_of_one_file();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tables_with_words_of_a_child"() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['share_made', 'service_agreement', 'worry', 'routine_check', 'informal_discussion', 'plan_copy_mark', 'share_made_told', 'chosen_contact',
    'contact_protocol', 'carer_part', 'referral', 'referral_word', 'arrival', 'family_word', 'plan_word', 'group_item', 'group_item_tried',
    'common_entry', 'sibling_said', 'who_does_what', 'who_does_what_line', 'who_does_what_action', 'who_does_what_said', 'action_progress',
    'overlap_settled', 'plan_view', 'plan_view_answer', 'plan_outcome', 'sibling_flag_hold', 'family_engagement', 'contribution', 'assessment',
    'contributor', 'level_change', 'level_change_basis', 'agreed_way', 'release_words'] $$;

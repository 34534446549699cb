-- 0068 took what an agency's own item was out of the step that shared it. Steps that told the family, wrote down who decided, let it go on or
-- ended it named it too; in none of them does the chronology, one text for everybody with a part, say what it was (decision 36).
ALTER TABLE "chronology_entry" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "release" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
DO $$
DECLARE
  one record;
  called constant text := 'Something in another service''s file';
BEGIN
  FOR one IN SELECT DISTINCT r.area_id, r.child_id, r.title FROM "release" r WHERE r.item_kind IN ('check', 'discussion', 'assessment') AND r.title <> '' LOOP
    -- what was told, and why, is left out with it: it may say what it was
    UPDATE "chronology_entry" e SET "detail" = called || '.' WHERE e.area_id = one.area_id AND e.child_id = one.child_id
      AND e.act = 'consent.told' AND starts_with(e.detail, one.title || '. ');
    UPDATE "chronology_entry" e SET "title" = replace(e.title, one.title, called), "detail" = NULL WHERE e.area_id = one.area_id AND e.child_id = one.child_id
      AND e.act IN ('consent.completed', 'consent.goes-on') AND strpos(e.title, ': ' || one.title) > 0;
    UPDATE "chronology_entry" e SET "detail" = replace(e.detail, one.title, called) WHERE e.area_id = one.area_id AND e.child_id = one.child_id
      AND e.act LIKE 'consent.%' AND strpos(e.detail, 'From now on these are not shared: ') > 0 AND strpos(e.detail, one.title) > 0;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "release" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "chronology_entry" FORCE ROW LEVEL SECURITY;

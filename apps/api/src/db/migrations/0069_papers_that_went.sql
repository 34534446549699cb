-- What goes to a family beside letters (the paper about the named person, packs, sheets of the record) tells nothing of where the
-- child is either, where it was made while that is kept: who sent it reads it again. A plan, and every copy for somebody outside
-- the family, stays as it was. A sheet of the record says who works with the child, what was shared and who has looked: kept, it
-- is for whoever may read those, and not for an office or a head who keep the roll (knows_the_record of 0064). What is shared reads
-- as whoever made it may read it, what is in their own agency's file too (0068): kept, it is theirs alone.
DROP POLICY "reads" ON "sent_copy";
--> statement-breakpoint
CREATE POLICY "reads" ON "sent_copy" FOR SELECT TO linchpin_app USING (area_id = app_area()
  AND (app_is_system() OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = app_area() AND a.practitioner_id = app_person()
    AND a.child_id = sent_copy.child_id AND a.during @> app_now()))
  AND (kind NOT IN ('who-does-what', 'what-is-shared', 'who-looked') OR knows_the_record(child_id))
  AND (kind <> 'what-is-shared' OR app_is_system() OR sent_by = app_person())
  AND (child_id <> ALL ((SELECT whereabouts_kept_from_me())::uuid[]) OR (kind <> 'plan' AND tells_no_place AND sent_by = app_person())));

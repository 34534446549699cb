-- What was tried before an item came is a part of why it comes (decision 29): for whoever leads or answers for the child, and for those
-- before whom it comes. Whoever else reads the plan reads what was decided.
CREATE POLICY "why_it_comes" ON "group_item_tried" AS RESTRICTIVE FOR SELECT TO linchpin_app USING (
  answers_for(child_id) OR EXISTS (SELECT 1 FROM child_access a WHERE a.area_id = group_item_tried.area_id AND a.practitioner_id = app_person()
    AND a.child_id = group_item_tried.child_id AND a.source_id = group_item_tried.group_item_id AND a.during @> app_now()));

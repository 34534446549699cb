-- An uploaded list holds children's names before any of them has a record: only those who keep or head that roll see it.
CREATE FUNCTION "app_keeps_roll"(of_establishment uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT 1 FROM post p
    WHERE p.area_id = app_area() AND p.practitioner_id = app_person() AND p.establishment_id = of_establishment
      AND p.role IN ('record-keeper', 'head') AND p.during @> (app_now() AT TIME ZONE 'Europe/London')::date
  )
$$;
--> statement-breakpoint
DROP POLICY "of_area" ON "roll_in";
--> statement-breakpoint
CREATE POLICY "of_roll" ON "roll_in" TO linchpin_app
  USING (area_id = app_area() AND (app_is_system() OR app_keeps_roll(establishment_id)))
  WITH CHECK (area_id = app_area() AND (app_is_system() OR app_keeps_roll(establishment_id)));
--> statement-breakpoint
DROP POLICY "of_area" ON "roll_in_row";
--> statement-breakpoint
CREATE POLICY "of_roll" ON "roll_in_row" TO linchpin_app
  USING (area_id = app_area() AND EXISTS (SELECT 1 FROM roll_in r WHERE r.area_id = roll_in_row.area_id AND r.roll_in_id = roll_in_row.roll_in_id))
  WITH CHECK (area_id = app_area() AND EXISTS (SELECT 1 FROM roll_in r WHERE r.area_id = roll_in_row.area_id AND r.roll_in_id = roll_in_row.roll_in_id));
--> statement-breakpoint
-- A named person who has not started yet may be taken back, with the access and the telling that would have come of it.
-- What has begun is ended and kept.
GRANT DELETE ON "named_person", "child_access", "telling" TO linchpin_app;
--> statement-breakpoint
CREATE POLICY "before_it_begins" ON "named_person" AS RESTRICTIVE FOR DELETE TO linchpin_app USING (lower(during) > app_now());
--> statement-breakpoint
CREATE POLICY "before_it_begins" ON "child_access" AS RESTRICTIVE FOR DELETE TO linchpin_app USING (lower(during) > app_now());
--> statement-breakpoint
CREATE POLICY "while_nobody_was_told" ON "telling" AS RESTRICTIVE FOR DELETE TO linchpin_app USING (told_on IS NULL AND not_told_because IS NULL);

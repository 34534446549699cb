-- Jobs look across areas for one thing only: where something is due. What it is they read from within the area.
CREATE POLICY "doors" ON "outbox" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "duty" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION "areas_with_work"(at timestamptz) RETURNS TABLE (area_id uuid, has_outbox boolean, has_clocks boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.area_id,
    EXISTS (SELECT 1 FROM outbox o WHERE o.area_id = a.area_id AND o.relayed_at IS NULL AND o.due_at <= at),
    EXISTS (SELECT 1 FROM duty d WHERE d.area_id = a.area_id AND d.done_at IS NULL AND d.missed_at IS NULL AND d.due_by <= at)
  FROM area a
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "areas_with_work"(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "areas_with_work"(timestamptz) TO linchpin_app;

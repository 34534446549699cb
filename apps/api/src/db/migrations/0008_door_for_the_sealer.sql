-- The sealer asks every second where there is something to seal: one question, not one for each area.
CREATE POLICY "doors" ON "audit_entry" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY "doors" ON "audit_block_entry" FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE FUNCTION "areas_to_seal"(since uuid) RETURNS TABLE (area_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.area_id FROM area a WHERE EXISTS (
    SELECT 1 FROM audit_entry e WHERE e.area_id = a.area_id AND e.entry_id >= since AND NOT EXISTS (
      SELECT 1 FROM audit_block_entry b WHERE b.area_id = e.area_id AND b.entry_id = e.entry_id))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "areas_to_seal"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "areas_to_seal"(uuid) TO linchpin_app;

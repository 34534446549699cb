-- What stands of a sealed record is nobody's, under another id than the audit of before names; and what the index shows of it is
-- not taken for anything that is wanted anew.
CREATE OR REPLACE FUNCTION "index_of_sealed"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE index_entry e SET entry_id = gen_random_uuid(), child_id = NULL, lead_id = NULL, wanted = NULL, shown = NULL, shown_at = NULL,
      changed_at = app_now(), due_by = NULL, clause = NULL, revision = e.revision + 1, tries = 0, problem = NULL, next_try_at = app_now()
    WHERE e.area_id = NEW.area_id AND e.child_id = NEW.child_id;
  UPDATE child_reference r SET superseded_at = app_now() WHERE r.area_id = NEW.area_id AND r.child_id = NEW.child_id AND r.superseded_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
UPDATE index_entry SET entry_id = gen_random_uuid(), shown = NULL, shown_at = NULL WHERE child_id IS NULL;
--> statement-breakpoint
-- Who is of one family, as the index asks it of a child whose whereabouts are protected: it gives what whoever asks may read anyway.
GRANT EXECUTE ON FUNCTION "family_of_child"(uuid, uuid) TO linchpin_app;

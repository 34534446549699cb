CREATE TABLE "declared_tie" (
	"area_id" uuid NOT NULL,
	"tie_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"given_name" text,
	"family_name" text,
	"search_name" text,
	"born_on" date,
	"number" text,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "declared_tie_area_id_tie_id_pk" PRIMARY KEY("area_id","tie_id"),
	CONSTRAINT "declared_tie_says_whom" CHECK ("declared_tie"."number" is not null or ("declared_tie"."search_name" is not null and "declared_tie"."born_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "declared_tie" ADD CONSTRAINT "declared_tie_area_id_practitioner_id_practitioner_area_id_practitioner_id_fk" FOREIGN KEY ("area_id","practitioner_id") REFERENCES "public"."practitioner"("area_id","practitioner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declared_tie_area_id_practitioner_id_index" ON "declared_tie" USING btree ("area_id","practitioner_id");
--> statement-breakpoint
ALTER TABLE "declared_tie" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "declared_tie" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What somebody said of their own life is their own to read; jobs and imports hold new children against it.
CREATE POLICY "own" ON "declared_tie" TO linchpin_app
  USING (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system())) WITH CHECK (area_id = app_area() AND (practitioner_id = app_person() OR app_is_system()));
--> statement-breakpoint
GRANT SELECT, INSERT ON "declared_tie" TO linchpin_app;
--> statement-breakpoint
-- The search name ends with what a child asks to be called, where that is another name: whoever says the whole name need not know it.
CREATE OR REPLACE FUNCTION "child_in_an_emergency"(of_name text, of_birth date, of_number text) RETURNS TABLE (child_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN QUERY SELECT c.child_id FROM child c
  WHERE c.area_id = app_area() AND c.withdrawn_at IS NULL AND NOT is_held_back(c.area_id, app_person(), c.child_id)
    AND CASE WHEN of_number IS NOT NULL
      THEN EXISTS (SELECT 1 FROM child_identifier i WHERE i.area_id = c.area_id AND i.child_id = c.child_id AND i.value = of_number AND i.superseded_at IS NULL)
      ELSE (c.search_name = of_name OR (c.preferred_name IS NOT NULL AND starts_with(c.search_name, of_name || ' '))) AND coalesce(c.born_on, c.due_on) = of_birth END
  LIMIT 2;
END $$;

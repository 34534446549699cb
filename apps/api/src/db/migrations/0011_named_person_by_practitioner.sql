DROP INDEX "named_person_current";--> statement-breakpoint
CREATE INDEX "named_person_area_id_practitioner_id_child_id_index" ON "named_person" USING btree ("area_id","practitioner_id","child_id");
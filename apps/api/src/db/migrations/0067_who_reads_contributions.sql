-- What somebody sent to a child's plan, and who was asked to, was given to anybody with a part in that child's care. It is read by whoever
-- has a part by which a plan is opened, child by child (decision 37; opens_plans_of of 0064): not by an office or a head who keep the roll.
DROP POLICY "of_child" ON "contribution";
--> statement-breakpoint
CREATE POLICY "of_child" ON "contribution" FOR SELECT TO linchpin_app USING (area_id = app_area() AND opens_plans_of(child_id));
--> statement-breakpoint
DROP POLICY "of_child" ON "contributor";
--> statement-breakpoint
CREATE POLICY "of_child" ON "contributor" FOR SELECT TO linchpin_app USING (area_id = app_area() AND opens_plans_of(child_id));

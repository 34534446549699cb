-- Of all that a row's policies ask, this is the dearest: it comes after whether the person sees the row at all.
ALTER FUNCTION "may_know_whereabouts"(uuid) COST 100000;
--> statement-breakpoint
ALTER FUNCTION "is_held_back"(uuid, uuid, uuid) COST 100000;

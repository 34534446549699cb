-- What had been done about a new concern when it was recorded (BOL-11.9).
ALTER TABLE "concern" ADD COLUMN "done_so_far" text;

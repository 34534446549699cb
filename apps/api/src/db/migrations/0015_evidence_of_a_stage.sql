ALTER TABLE "proposal_stage" ADD COLUMN "evidence" text;

import { router } from "../../trpc.ts";
import { arrivals } from "./arrivals.ts";
import { decide } from "./decide.ts";
import { familyWords } from "./family-words.ts";
import { acknowledge, recordView, tellOf } from "./follow-up.ts";
import { forChild, get } from "./get.ts";
import { record } from "./record.ts";
import { referrals } from "./referrals.ts";
import { recordOffer, recordWish } from "./wish.ts";
import { worries } from "./worries.ts";

export const concern = router({
  record,
  get,
  forChild,
  recordView,
  acknowledge,
  tell: tellOf,
  decide,
  recordWish,
  recordOffer,
  worries,
  familyWords,
  referrals,
  arrivals,
});

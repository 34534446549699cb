import { router } from "../../trpc.ts";
import { checkLooks } from "./check-looks.ts";
import { childIndex } from "./child-index.ts";
import { chronology } from "./chronology.ts";
import { commonElement } from "./common-element.ts";
import { decision } from "./decision.ts";
import { duties } from "./duties.ts";
import { everyday } from "./everyday.ts";
import { looksOf, looksOfWeek } from "./looks.ts";
import { markNoticesRead, notices } from "./notices.ts";
import { references } from "./references.ts";
import { stages } from "./stages.ts";
import { today } from "./today.ts";
import { whoLooked } from "./who-looked.ts";

export const record = router({
  chronology,
  decision,
  whoLooked,
  looksOfWeek,
  looksOf,
  checkLooks,
  notices,
  markNoticesRead,
  duties,
  today,
  everyday,
  commonElement,
  stages,
  references,
  childIndex,
});

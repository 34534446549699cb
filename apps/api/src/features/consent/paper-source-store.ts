export {
  type Family,
  type FamilyPaper,
  familiesChosen,
  familiesOf,
  familiesOfRoll,
  familyRows,
  hasNobody,
  lockTellingsOf,
  paperOf,
  partOf,
  partsToGive,
  silenceOf,
} from "../named-person/reads.ts";
export { establishmentsKept, lockChildren, notWrittenTo, saidOfAdults } from "../people/reads.ts";
export { type LineRow, listsOfPlan } from "../plan/reads.ts";
export { whoLookedAt } from "../record/reads.ts";

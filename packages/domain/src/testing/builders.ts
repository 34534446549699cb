import type { Adoption } from "../kernel/book.ts";
import { localDate } from "../kernel/local-date.ts";
import type { PractitionerFacts } from "../lead-professional/model.ts";
import type { KnownChild } from "../people/class-list-match.ts";
import type { PlanKind, PlanReach } from "../vocabulary/plan-kinds.ts";
import { suitabilityFacts } from "./lead-professional.ts";

/** Ada Thorn, of Year 5, known by a test NHS number. */
export const aChild = (of: Partial<KnownChild> = {}): KnownChild => ({
  id: "0190a5d0-0000-7000-8000-0000000000c1",
  name: { given: "Ada", family: "Thorn" },
  bornOn: localDate("2016-09-01"),
  identifiers: { "nhs-number": "9990000018" },
  stage: "Y5",
  ...of,
});

/** Cleared, qualified, trained, permanent: nothing stands in this practitioner's way. */
export const aPractitioner = (of: Partial<PractitionerFacts> = {}): PractitionerFacts => ({
  ...suitabilityFacts().practitioner,
  ...of,
});

/** What tests need to say of a plan. */
export type PlanForTest = {
  readonly id: string;
  readonly kind: PlanKind;
  readonly reach: PlanReach;
  readonly children: readonly string[];
  readonly version: number;
};

/** A multi-agency plan of one child. */
export const aPlan = (of: Partial<PlanForTest> = {}): PlanForTest => ({
  id: "0190a5d0-0000-7000-8000-0000000000a1",
  kind: "childs-plan",
  reach: "multi-agency",
  children: [aChild().id],
  version: 1,
  ...of,
});

/** An edition taken as it stands from the first day of 2026. */
export const anAdoption = (of: Partial<Adoption> = {}): Adoption => ({
  id: "0190a5d0-0000-7000-8000-0000000000b1",
  from: localDate("2026-01-01"),
  settings: {},
  terms: {},
  departures: [],
  ...of,
});

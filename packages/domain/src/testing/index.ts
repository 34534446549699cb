/** The door for tests: builders, arbitrary facts, and the conformance suite that any area runs on its own rulebook. */
export * from "./agreement.ts";
export * from "./builders.ts";
export { checkRulebook } from "./check-rulebook.ts";
export * from "./choice.ts";
export * from "./complaint.ts";
export * from "./consent.ts";
export * from "./continuity.ts";
export * from "./dispute.ts";
export * from "./ending.ts";
export { type ArbitraryFacts, anyDay, anyMoment, arbitraryFacts, arbitraryOf } from "./facts.ts";
export * from "./family.ts";
export * from "./lead-professional.ts";
export * from "./named-person.ts";
export * from "./supervision.ts";
export * from "./transition.ts";
export * from "./workload.ts";

/**
 * The public door of the domain: words, types, commands and pure functions. The rulebooks are behind a door of their
 * own, `@linchpin/domain/rulebooks`, so that a portal never carries them; builders for tests are behind `./testing`.
 */
export * from "./access/acts.ts";
export * from "./concern/model.ts";
export * from "./kernel/bank-holidays.ts";
export type { Adoption, AnyRule, Book } from "./kernel/book.ts";
export * from "./kernel/clause.ts";
export * from "./kernel/decision.ts";
export * from "./kernel/designation.ts";
export * from "./kernel/domain-error.ts";
export * from "./kernel/due.ts";
export * from "./kernel/duty.ts";
export type { Chapter, Edition, Parameter, Parameters } from "./kernel/edition.ts";
export * from "./kernel/gate.ts";
export * from "./kernel/id.ts";
export * from "./kernel/ladder.ts";
export * from "./kernel/local-date.ts";
export * from "./kernel/measure.ts";
export * from "./kernel/moment.ts";
export type { FactsOf, NamesOf, Question, Questions, Shape } from "./kernel/question.ts";
export * from "./kernel/role.ts";
export * from "./kernel/rule.ts";
export * from "./kernel/subject.ts";
export * from "./kernel/text.ts";
export * from "./kernel/working-days.ts";
export * from "./lead-professional/model.ts";
export * from "./named-person/model.ts";
export * from "./people/birth-date.ts";
export * from "./people/class-list.ts";
export * from "./people/class-list-file.ts";
export * from "./people/class-list-match.ts";
export * from "./people/commands.ts";
export * from "./people/identifiers.ts";
export * from "./people/import-fields.ts";
export * from "./people/model.ts";
export * from "./people/names.ts";
export * from "./people/school-stages.ts";
export type { AdoptedRulebook, QuestionName, Rulebook } from "./rulebooks/questions.ts";
export * from "./vocabulary/agencies.ts";
export * from "./vocabulary/carer-relationships.ts";
export * from "./vocabulary/identifier-kinds.ts";
export * from "./vocabulary/legal-statuses.ts";
export * from "./vocabulary/posts.ts";
export * from "./vocabulary/school-stages.ts";
export * from "./vocabulary/term.ts";
export * from "./workload/model.ts";

import { isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import type { GateRule } from "../kernel/gate.ts";
import { addDays, daysBetween, inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { AdministrationFacts, QueueFacts } from "./model.ts";

/** Administration keeps contact details current. What was assessed and what was decided is changed by practitioners only. */
export const contactDetailsOnly = (given: RuleHead): GateRule<AdministrationFacts> => ({
  ...given,
  title: "Administration keeps contact details current, and no more",
  force: "must",
  apply: ({ by, act }) => {
    if (by.role !== "administrator") return undefined;
    const say = sayOf(thePractitioner(by.id));
    return act === "edit-contact-details"
      ? say.permits("Administration keeps contact details current. The change is logged.")
      : say.prevents(
          "Administration changes contact details only: a practitioner changes what was assessed or decided.",
        );
  },
});

/** Case files and the shared index are kept up to date within some days; what waits longer goes to administration's manager. */
export const updatesAreMade = (given: RuleHead, { days }: { readonly days: number }): DutyRule<QueueFacts> => ({
  ...given,
  title: "Files and the shared index are kept up to date",
  force: "should",
  apply: ({ team, manager, pending }, asAt): readonly DutySaid[] => {
    const about = subject("agency", team.id);
    return pending
      .filter(({ since }) => since <= dayOf(asAt))
      .flatMap(({ id, since }): readonly DutySaid[] => {
        const due = { day: addDays(since, days) };
        const age = daysBetween(since, dayOf(asAt));
        const waits = `This update waits since ${inWords(since)}, ${age} ${age === 1 ? "day" : "days"}`;
        const update: DutySaid = {
          who: "administrator",
          act: `administration.update:${id}`,
          due,
          ifMissed: "It is shown as overdue to administration's manager.",
          onAccountOf: "administrator",
          about,
          because: `${waits}.`,
        };
        if (!isLate(due, asAt)) return [update];
        return [
          update,
          {
            who: "line-manager",
            ...byId(manager),
            act: `administration.see-overdue:${id}`,
            due: "at-once",
            onAccountOf: "administrator",
            about,
            because: `${waits}, and is overdue.`,
          },
        ];
      });
  },
});

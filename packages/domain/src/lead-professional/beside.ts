import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { addDays, holdsOn, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { keyWorkerProvisions } from "../vocabulary/key-workers.ts";
import type { BesideFacts } from "./key-worker-model.ts";

type Beside = DutyRule<BesideFacts>;
const alert = (child: { readonly id: string }, act: string, because: string, who: DutySaid["who"]): DutySaid => ({
  who,
  act,
  due: "at-once",
  onAccountOf: "establishment",
  about: theChild(child.id),
  because,
});

/** A residential school has at least one key worker for each child; on a day without one, its head and the social worker know. */
export const schoolHasKeyWorker = (given: RuleHead): Beside => ({
  ...given,
  title: "A residential school has at least one key worker for the child",
  force: "must",
  apply: ({ child, placement }, asAt): readonly DutySaid[] => {
    if (typeof placement === "string" || placement.kind !== "residential-school") return [];
    const { keyWorkers } = placement;
    const isThere = keyWorkers !== "not-recorded" && keyWorkers.some((one) => holdsOn(one, dayOf(asAt)));
    if (isThere) return [];
    const because =
      keyWorkers === "not-recorded"
        ? "It is not recorded who is the child's key worker in the residential school."
        : "The child has no key worker in the residential school on this day: the school names one.";
    return [
      alert(child, "beside.name-school-key-worker", because, "head-teacher"),
      alert(child, "beside.no-school-key-worker", because, "social-worker"),
    ];
  },
});

/** In a children's home a key worker follows the placement plan day by day or, where there are none, somebody nominated. */
export const homeHasKeyWorker = (given: RuleHead): Beside => ({
  ...given,
  title: "In a children's home a key worker, or somebody nominated, follows the placement plan",
  force: "must",
  apply: ({ child, placement }, asAt): DutySaid | undefined => {
    if (typeof placement === "string" || placement.kind !== "childrens-home") return undefined;
    const { hasScheme, keyWorkers, nominee } = placement;
    const hasKeyWorker = keyWorkers !== "not-recorded" && keyWorkers.some((one) => holdsOn(one, dayOf(asAt)));
    const hasNominee = nominee !== "none" && nominee !== "not-recorded";
    if (hasKeyWorker || (hasScheme === false && hasNominee)) return undefined;
    return alert(
      child,
      "beside.name-home-key-worker",
      hasScheme === false
        ? "The home has no key working: name the registered person or a member of its staff. The placement page is complete only then."
        : "Name the child's key worker in the home. The placement page is complete only then.",
      "establishment",
    );
  },
});

/** What the review of a disabled child finds not met becomes an action with an owner. */
export const gapBecomesAction = (given: RuleHead): Beside => ({
  ...given,
  title: "What a key worker's seven provisions leave open becomes an action",
  force: "should",
  apply: ({ child, provisions }): readonly DutySaid[] => {
    const met = provisions.filter(({ isMet }) => isMet === true).length;
    return provisions
      .filter(({ isMet, action }) => isMet !== true && (action === "none" || action === "not-recorded"))
      .map(({ provision, isMet }) => ({
        who: "key-worker",
        act: `beside.provision:${provision}`,
        due: "at-once",
        onAccountOf: "key-worker",
        about: theChild(child.id),
        because:
          isMet === "not-recorded"
            ? `${keyWorkerProvisions[provision].label}: record whether it is met.`
            : `${keyWorkerProvisions[provision].label} is not met, while ${met} of ${provisions.length} are: make it an action with an owner.`,
      }));
  },
});

/** A care leaver's adviser takes reasonable steps that what is offered is used, and takes the next one when it still is not. */
export const reasonableSteps = (given: RuleHead, { days }: { readonly days: number }): Beside => ({
  ...given,
  title: "The adviser takes reasonable steps that a care leaver uses what is offered",
  force: "must",
  apply: ({ child, offered }): readonly DutySaid[] => {
    const used = offered.filter(({ isUsed }) => isUsed === true).length;
    return offered
      .filter(({ isUsed }) => isUsed !== true)
      .map(({ id, offeredOn, isUsed, lastStepOn }): DutySaid => {
        const last = isLocalDate(lastStepOn) ? lastStepOn : undefined;
        return {
          who: "personal-adviser",
          act: `beside.reasonable-step:${id}`,
          due: { day: last === undefined ? offeredOn : addDays(last, days) },
          onAccountOf: "personal-adviser",
          about: theChild(child.id),
          because:
            isUsed === "not-recorded"
              ? "It is not recorded whether this service is used: find out, and record it."
              : `${offered.length} services are offered and ${used} ${used === 1 ? "is" : "are"} used. ${last === undefined ? "Take a reasonable step towards this one and record it." : `The last step was on ${inWords(last)}: take the next.`}`,
        };
      });
  },
});

/** A care co-ordinator tells the team of a change that may ask for a review, and proposes one. */
export const teamHearsOfChange = (given: RuleHead): Beside => ({
  ...given,
  title: "The care co-ordinator tells the team of a change, and proposes a review",
  force: "must",
  apply: ({ child, changes }, asAt): readonly DutySaid[] =>
    changes
      .filter(({ notedOn }) => notedOn <= dayOf(asAt))
      .flatMap(({ id, notedOn, teamToldOn, reviewProposedOn }): readonly DutySaid[] => {
        const said = {
          who: "care-co-ordinator",
          due: "at-once",
          onAccountOf: "care-co-ordinator",
          about: theChild(child.id),
        } as const;
        return [
          ...(isLocalDate(teamToldOn)
            ? []
            : [
                {
                  ...said,
                  act: `beside.tell-team:${id}`,
                  because: `A change was noted on ${inWords(notedOn)}: tell the rest of the team.`,
                },
              ]),
          ...(isLocalDate(reviewProposedOn)
            ? []
            : [
                {
                  ...said,
                  act: `beside.propose-review:${id}`,
                  because: `A change was noted on ${inWords(notedOn)}: propose a review, or say that none is needed.`,
                },
              ]),
        ];
      }),
});

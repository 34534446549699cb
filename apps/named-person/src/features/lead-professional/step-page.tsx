import { Link, useHref } from "@linchpin/portal";
import { InsetText, Page } from "@linchpin/ui";
import type { ReactNode } from "react";
import { useTerms } from "../../terms.ts";
import { type AnswersSoFar, weighedByPeople } from "./answers.ts";
import type { StepProps } from "./choose-journey.tsx";
import { type StepOfChoice, stepsOfChoice } from "./steps.ts";

type StepPageProps = Pick<StepProps, "childId" | "of"> & {
  readonly step: StepOfChoice;
  readonly title: string;
  readonly heading?: boolean | undefined;
  /** A later page of this part: back is its first page. */
  readonly within?: boolean | undefined;
  readonly children: ReactNode;
};

/** One page of choosing a lead professional: which part it is, and the way back. */
export function StepPage({ childId, of, step, title, heading, within: isWithin = false, children }: StepPageProps) {
  const href = useHref();
  const { leadProfessional } = useTerms();
  const { planId } = of;
  const pages = stepsOfChoice.filter((one) => one !== "weigh" || weighedByPeople(of.sheet).length > 0);
  const within = step === "childs-view" || step === "familys-view" ? "views" : step;
  const place = pages.indexOf(within);
  const before = within === step && !isWithin ? pages[place - 1] : within;
  return (
    <Page
      title={title}
      heading={heading}
      caption={`Choose a ${leadProfessional}: part ${place + 1} of ${pages.length}`}
      back={
        before === undefined
          ? { href: href({ to: "/children/$childId/plans/$planId", params: { childId, planId } }), text: "Plan" }
          : {
              href: href({
                to: "/children/$childId/plans/$planId/lead/$step",
                params: { childId, planId, step: before },
              }),
              text: "Back",
            }
      }
    >
      <ProposedAlready childId={childId} of={of} />
      {children}
    </Page>
  );
}

/** While a proposal is open nobody else is proposed: whoever comes back to these pages is led to it. */
function ProposedAlready({ childId, of: { openProposalId } }: Pick<StepPageProps, "childId" | "of">) {
  if (openProposalId === undefined) return null;
  return (
    <InsetText>
      Somebody is proposed already.{" "}
      <Link to="/children/$childId/proposals/$proposalId" params={{ childId, proposalId: openProposalId }}>
        Open the proposal
      </Link>
    </InsetText>
  );
}

/** Pages of one journey share one draft: each keeps its own part, and none forgets the others'. */
export const partOf = (onKeep: (given: AnswersSoFar) => void) => ({
  load: () => undefined,
  keep: (values: AnswersSoFar | undefined) => {
    if (values !== undefined) onKeep(values);
  },
});

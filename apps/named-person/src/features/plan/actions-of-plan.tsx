import { Link, useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, EmptyState, LinkButton, Section, Table, Tag, type TagColour } from "@linchpin/ui";
import type { Plan } from "../../views.ts";
import { AgencyOnPlan } from "./agency-on-plan.tsx";
import type { OfPlan } from "./who-leads.tsx";

type Action = Plan["actions"][number];

/** What was decided elsewhere about an action: by which service it is seen to, and by when. */
export type DecisionOnAction = {
  readonly action?: { readonly actionId: string } | undefined;
  readonly decided?:
    | {
        readonly on: string;
        readonly decision: string;
        readonly owner: { readonly label: string };
        readonly dueOn: string;
      }
    | undefined;
};
type Props = OfPlan & { readonly decisions?: readonly DecisionOnAction[] };

/** Who does what by when, with what the managers' group decided about an action beside it. */
export function ActionsOfPlan({ childId, plan, decisions = [] }: Props) {
  const href = useHref();
  const shut = whyNot(plan.may.change);
  const params = { childId, planId: plan.planId };
  const add =
    plan.state === "open" &&
    (shut === undefined ? (
      <LinkButton kind="secondary" href={href({ to: "/children/$childId/plans/$planId/actions/add", params })}>
        Add an action
      </LinkButton>
    ) : (
      <Button kind="secondary" notAllowed={shut}>
        Add an action
      </Button>
    ));
  return (
    <Section title="Actions" actions={plan.actions.length > 0 && add}>
      <Table
        stacked
        caption="Actions"
        captionHidden
        rows={plan.actions}
        rowKey={({ actionId }) => actionId}
        columns={[
          {
            heading: "What will be done",
            cell: (action) => (
              <>
                <What action={action} {...params} shut={shut} />
                {decisions
                  .filter((one) => one.action?.actionId === action.actionId)
                  .map(({ decided }) => decided && <DecidedByGroup key={decided.decision} {...decided} />)}
              </>
            ),
          },
          { heading: "Who", cell: (action) => <Owner plan={plan} action={action} /> },
          { heading: "Due", cell: ({ dueOn }) => (dueOn ? <DateText day={dueOn} /> : "No day set") },
          { heading: "How it stands", cell: (action) => <Stands action={action} {...params} /> },
        ]}
        empty={
          <EmptyState title="No action is agreed yet">
            <p className="govuk-body">Each action has one owner and a day.</p>
            {add}
          </EmptyState>
        }
      />
    </Section>
  );
}

function DecidedByGroup({ on, decision, owner, dueOn }: NonNullable<DecisionOnAction["decided"]>) {
  return (
    <span className="np-note">
      Service Managers' Group, <DateText day={on} />: {decision} Who sees to it: {owner.label}, by{" "}
      <DateText day={dueOn} />.
    </span>
  );
}

type WhatProps = {
  readonly action: Action;
  readonly childId: string;
  readonly planId: string;
  readonly shut: string | undefined;
};

function What({ action: { actionId, what, outcome }, childId, planId, shut }: WhatProps) {
  return (
    <>
      {shut === undefined ? (
        <Link to="/children/$childId/plans/$planId/actions/$actionId" params={{ childId, planId, actionId }}>
          {what}
        </Link>
      ) : (
        what
      )}
      {outcome && <span className="np-note">So that: {outcome}</span>}
    </>
  );
}

function Owner({
  plan,
  action: { owner, agency, isMine, ownerHasLeft },
}: {
  readonly plan: Plan;
  readonly action: Action;
}) {
  return (
    <>
      {owner?.name ?? "Nobody named"} {isMine && <Tag colour="blue">Mine</Tag>}
      {ownerHasLeft && <Tag colour="red">No longer on the plan</Tag>}
      <span className="np-note">
        <AgencyOnPlan plan={plan} agency={agency} />
      </span>
      {ownerHasLeft && <span className="np-note">Nobody present owes it: change who does it, or end it.</span>}
    </>
  );
}

const colours: Readonly<Record<string, TagColour>> = { planned: "grey", running: "blue", done: "green", ended: "grey" };

type StandsProps = { readonly action: Action; readonly childId: string; readonly planId: string };

/** How it stands, and what its owner posted on it, the newest first. */
function Stands({ action: { actionId, what, state, isLate, isMine, progress }, childId, planId }: StandsProps) {
  return (
    <>
      <span className="np-links">
        <Tag colour={colours[state.code] ?? "grey"}>{state.label}</Tag>
        {isLate && <Tag colour="red">Late</Tag>}
      </span>
      {progress.map(({ words, on, by }) => (
        <span key={`${on} ${words}`} className="np-prose">
          {words}
          <span className="np-note">
            <DateText day={on} />, {by}
          </span>
        </span>
      ))}
      {isMine && state.code !== "ended" && (
        <span className="np-links lp-no-print">
          <Link to="/children/$childId/plans/$planId/progress/$actionId" params={{ childId, planId, actionId }}>
            Post progress<span className="govuk-visually-hidden">: {what}</span>
          </Link>
        </span>
      )}
    </>
  );
}

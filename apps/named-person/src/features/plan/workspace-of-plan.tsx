import { useHref, whyNot } from "@linchpin/portal";
import { Anchor, ButtonGroup, EmptyState, InsetText, LinkButton, Section, Table, Tag } from "@linchpin/ui";
import type { OfPlan } from "./who-leads.tsx";

/** Whether everybody knows who does what, in one sentence, with the way to the list. */
export function ListOfPlan({ childId, plan }: OfPlan) {
  const href = useHref();
  const list = plan.whoDoesWhat.find((one) => one.childId === childId);
  if (list === undefined) return null;
  const params = { childId, planId: plan.planId };
  return (
    <Section title="Who does what">
      <p className="govuk-body">
        {list.isIssued && (
          <Tag colour={list.isClear ? "green" : "yellow"}>{list.isClear ? "Clear" : "Not yet clear"}</Tag>
        )}{" "}
        {list.says}
      </p>
      <p className="govuk-body">
        <Anchor href={href({ to: "/children/$childId/plans/$planId/who-does-what", params })}>
          {list.isIssued ? "Open the list of who does what" : "Issue the list of who does what"}
        </Anchor>
      </p>
    </Section>
  );
}

/** How the parts fit together: each outcome with its actions, the gaps, and help that is given twice (GIR-4). */
export function OutcomesOfPlan({ childId, plan }: OfPlan) {
  const href = useHref();
  const params = { childId, planId: plan.planId };
  const shut = whyNot(plan.may.change) !== undefined;
  const outcomes = plan.outcomes.filter((one) => one.childId === childId);
  const actionOf = (actionId: string) => plan.actions.find((one) => one.actionId === actionId);
  return (
    <Section title="What it is for, and how it fits together">
      {plan.overlaps
        .filter((one) => one.childId === childId)
        .map(({ actionId, otherActionId, because, clause }) => (
          <InsetText key={`${actionId} ${otherActionId}`}>
            <p className="govuk-body">
              Help that may be given twice: {actionOf(actionId)?.what} and {actionOf(otherActionId)?.what}. {because} (
              {clause})
            </p>
            {!shut && (
              <Anchor
                href={href({
                  to: "/children/$childId/plans/$planId/overlaps/$actionId/$otherActionId",
                  params: { ...params, actionId, otherActionId },
                })}
              >
                Settle it
                <span className="govuk-visually-hidden">
                  : {actionOf(actionId)?.what} and {actionOf(otherActionId)?.what}
                </span>
              </Anchor>
            )}
          </InsetText>
        ))}
      <Table
        stacked
        caption="Outcomes, and who works towards each"
        captionHidden
        rows={outcomes}
        rowKey={({ words }) => words}
        columns={[
          { heading: "Outcome", cell: ({ words }) => words },
          {
            heading: "Who works towards it",
            cell: ({ isGap, actions }) =>
              isGap ? (
                <Tag colour="red">Gap: nobody has an action</Tag>
              ) : (
                actions.map((actionId) => {
                  const action = actionOf(actionId);
                  return (
                    <span key={actionId} className="np-prose">
                      {action?.what}
                      <span className="np-note">
                        {action?.owner?.name}, {action?.agency.name}
                      </span>
                    </span>
                  );
                })
              ),
          },
          {
            heading: "What you can do",
            onScreenOnly: true,
            cell: ({ outcomeId, words }) =>
              outcomeId === undefined || shut ? null : (
                <Anchor
                  href={href({
                    to: "/children/$childId/plans/$planId/outcomes/$outcomeId/end",
                    params: { ...params, outcomeId },
                  })}
                >
                  Take it off<span className="govuk-visually-hidden">: {words}</span>
                </Anchor>
              ),
          },
        ]}
        empty={<EmptyState title="No outcome is set yet" />}
      />
      {!shut && (
        <ButtonGroup>
          <LinkButton kind="secondary" href={href({ to: "/children/$childId/plans/$planId/outcomes/add", params })}>
            Set an outcome
          </LinkButton>
        </ButtonGroup>
      )}
    </Section>
  );
}

import { Link, useHref, whyNot } from "@linchpin/portal";
import {
  Button,
  DateText,
  EmptyState,
  LinkButton,
  momentInWords,
  Section,
  SummaryList,
  Table,
  Tag,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answers } from "../../views.ts";
import { ActionsOfPlan } from "../plan/actions-of-plan.tsx";
import type { OfPlan } from "../plan/who-leads.tsx";
import { groupOfPlanQuery } from "./queries.ts";

type OfGroup = Answers["dispute"]["items"]["ofPlan"];
type Item = OfGroup["items"][number];

/** The plan's actions with what the Service Managers' Group decided about them, and what it was asked. */
export function ActionsAndGroup({ childId, plan }: OfPlan) {
  const { data } = useSuspenseQuery(groupOfPlanQuery(plan.planId, childId));
  return (
    <>
      <ActionsOfPlan childId={childId} plan={plan} decisions={data.items} />
      <GroupOfPlan childId={childId} planId={plan.planId} data={data} />
    </>
  );
}

type Props = { readonly childId: string; readonly planId: string; readonly data: OfGroup };

function GroupOfPlan({ childId, planId, data }: Props) {
  const href = useHref();
  const shut = whyNot(data.ask);
  const ask =
    shut === undefined ? (
      <LinkButton
        kind="secondary"
        href={href({ to: "/children/$childId/plans/$planId/group/ask", params: { childId, planId } })}
      >
        Ask for an item
      </LinkButton>
    ) : (
      <Button kind="secondary" notAllowed={shut}>
        Ask for an item
      </Button>
    );
  return (
    <Section title="Service Managers' Group" actions={data.items.length > 0 && ask}>
      <Table
        stacked
        caption="What the group was asked and decided"
        captionHidden
        rows={data.items}
        rowKey={({ groupItemId }) => groupItemId}
        columns={[
          { heading: "What was asked", cell: (item) => <Asked item={item} /> },
          { heading: "How it stands", cell: (item) => <Stands item={item} childId={childId} planId={planId} /> },
          { heading: "What was decided", cell: (item) => <Decided item={item} /> },
        ]}
        empty={
          <EmptyState title="Nothing was asked of the group">
            <p className="govuk-body">
              What the area's services have to settle together goes through the co-ordinator to the group of their
              managers.
            </p>
            {ask}
          </EmptyState>
        }
      />
    </Section>
  );
}

function Asked({ item: { asked, action, body } }: { readonly item: Item }) {
  return (
    <>
      {asked?.reason.label ?? body.label}
      {asked && body.code !== "service-managers-group" && <span className="np-note">{body.label}</span>}
      {action && <span className="np-note">Action: {action.what}</span>}
      {asked && (
        <span className="np-note">
          {asked.about} Asked by {asked.by.name}, {momentInWords(asked.at)}
        </span>
      )}
    </>
  );
}

type StandsProps = { readonly item: Item; readonly childId: string; readonly planId: string };

function Stands({ item, childId, planId }: StandsProps) {
  const { state, meeting, asked, withdraw, groupItemId } = item;
  return (
    <>
      <Tag colour={state.code === "decided" ? "green" : state.code === "returned" ? "orange" : "blue"}>
        {state.label}
      </Tag>
      {meeting && (
        <span className="np-note">
          Meeting of <DateText day={meeting.heldOn} />
        </span>
      )}
      {asked?.because && <span className="np-note">{asked.because}</span>}
      {withdraw.may && (
        <span className="np-note">
          <Link
            to="/children/$childId/plans/$planId/group/$groupItemId/take-back"
            params={{ childId, planId, groupItemId }}
          >
            Take it back<span className="govuk-visually-hidden">: {asked?.reason.label}</span>
          </Link>
        </span>
      )}
    </>
  );
}

function Decided({ item: { decided } }: { readonly item: Item }) {
  if (decided === undefined) return "Not yet";
  return (
    <>
      <span className="np-prose">{decided.decision}</span>
      <SummaryList
        compact
        rows={[
          { key: "Who sees to it", value: decided.owner.label },
          { key: "By", value: <DateText day={decided.dueOn} /> },
          {
            key: "Who decided",
            value: decided.present
              .map(({ service, name }) => (name ? `${service.label}: ${name}` : service.label))
              .join("; "),
          },
        ]}
      />
    </>
  );
}

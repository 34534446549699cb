import { useHref, whyNot } from "@linchpin/portal";
import { Button, DateText, dateInWords, EmptyState, LinkButton, Section, Table } from "@linchpin/ui";
import type { OfPlan } from "./who-leads.tsx";

type Said = OfPlan["plan"]["support"][number];

const supportInWords = ({ supports, lapsedOn }: Said): string => {
  if (!supports) return "No";
  return lapsedOn === undefined ? "Yes" : `Yes, but this lapsed on ${dateInWords(lapsedOn)}: ask again`;
};

/** What each agency said of the youth offending team's officer leading. Silence is not support. */
export function SupportOfAgencies({ childId, plan }: OfPlan) {
  const href = useHref();
  const shut = whyNot(plan.may.change);
  const add =
    shut === undefined ? (
      <LinkButton
        kind="secondary"
        href={href({ to: "/children/$childId/plans/$planId/support", params: { childId, planId: plan.planId } })}
      >
        Record what an agency said
      </LinkButton>
    ) : (
      <Button kind="secondary" notAllowed={shut}>
        Record what an agency said
      </Button>
    );
  return (
    <Section
      title="Whether agencies support the youth offending team's officer leading"
      actions={plan.state === "open" && add}
    >
      <Table
        stacked
        caption="What each agency said"
        captionHidden
        rows={plan.support}
        rowKey={({ agency }) => agency.code}
        columns={[
          { heading: "Agency", cell: ({ agency }) => agency.label },
          { heading: "Supports it", cell: (said) => supportInWords(said) },
          { heading: "Said by", cell: ({ saidBy }) => saidBy },
          { heading: "On", cell: ({ saidOn }) => <DateText day={saidOn} /> },
        ]}
        empty={
          <EmptyState title="No agency has said">
            <p className="govuk-body">Silence is not support.</p>
          </EmptyState>
        }
      />
    </Section>
  );
}

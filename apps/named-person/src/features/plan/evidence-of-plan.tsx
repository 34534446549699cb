import { Link } from "@linchpin/portal";
import { count, Section } from "@linchpin/ui";
import type { Plan } from "../../views.ts";
import { EvidenceList } from "./evidence-list.tsx";

/** How the need arose, and the dated entries it rests on: what a Child's Plan opens with (HIG-87). */
export function EvidenceOfPlan({ childId, plan }: { readonly childId: string; readonly plan: Plan }) {
  const { evidence, answers } = plan;
  return (
    <Section title="What the plan rests on">
      <p className="govuk-body">
        {answers.route === undefined ? "How the need arose is not recorded." : `${answers.route.label}.`}{" "}
        {evidence.length === 0
          ? "No entry of the chronology is ticked as its evidence."
          : `Evidence: ${count(evidence.length, "entry", "entries")}.`}
      </p>
      {evidence.length > 0 && <EvidenceList entries={evidence} />}
      <p className="govuk-body">
        <Link to="/children/$childId/evidence" params={{ childId }}>
          Tick what shows a growing concern
        </Link>
      </p>
    </Section>
  );
}

import { InsetText, Meter, Section } from "@linchpin/ui";
import type { Proposal } from "../../views.ts";
import { FigureParts } from "../workload/figure-parts.tsx";
import { pointsInWords } from "../workload/figure-words.ts";

/** The person's load before and after, and what makes it: over capacity the manager writes down why (WIG-8.6.3b). */
export function LoadOfProposal({ proposal: { proposed, capacity, load } }: { readonly proposal: Proposal }) {
  const { loadBefore, loadAfter, capacity: agreed, isLeast, isOver } = capacity;
  return (
    <Section title={`What it adds to ${proposed.name}'s work`}>
      {agreed === undefined ? (
        <p className="govuk-body">
          {loadBefore} points now, {loadAfter} after. No capacity is agreed with this person.
        </p>
      ) : (
        <Meter label="Load" capacity={agreed} now={loadBefore} after={loadAfter} />
      )}
      {isLeast && <p className="govuk-hint">At least: something that the figure needs is not recorded.</p>}
      {isOver && agreed !== undefined && (
        <InsetText>
          This would make {loadAfter} of {agreed} points, {pointsInWords(loadAfter - agreed)} over what was agreed. The
          load stops nobody: it asks for a reason, or for another person.
        </InsetText>
      )}
      {load && (
        <>
          <FigureParts of={`How ${pointsInWords(load.before.points)} are made now`} figure={load.before} />
          <FigureParts of={`How ${pointsInWords(load.after.points)} would be made after`} figure={load.after} />
          <FigureParts of="What was agreed as capacity" figure={load.capacity} />
        </>
      )}
    </Section>
  );
}

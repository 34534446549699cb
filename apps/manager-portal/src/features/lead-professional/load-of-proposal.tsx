import { InsetText, Meter, Section } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import type { Proposal } from "../../views.ts";
import { FigureParts } from "../workload/figure-parts.tsx";
import { pointsOver } from "../workload/figure-words.ts";
import { personQuery } from "../workload/queries.ts";

/** The person's load before and after, and what makes it: over capacity the manager writes down why (WIG-8.6.3b). */
export function LoadOfProposal({ proposal: { proposed, capacity } }: { readonly proposal: Proposal }) {
  const who = useWho();
  const mayAsk = postMay(who, "workload.team.read");
  const { data: person } = useQuery({ ...personQuery(proposed.practitionerId), retry: false, enabled: mayAsk });
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
          This would make {loadAfter} of {agreed} points, {pointsOver(loadAfter - agreed)} over what was agreed. The
          load stops nobody: it asks for a reason, or for another person.
        </InsetText>
      )}
      {person && (
        <>
          <FigureParts of={`How the ${person.load.points} points of load are made now`} figure={person.load} />
          <FigureParts of="What was agreed as capacity" figure={person.capacity} />
        </>
      )}
    </Section>
  );
}

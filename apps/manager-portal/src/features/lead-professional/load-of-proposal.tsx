import { InsetText, Meter, momentInWords, Section } from "@linchpin/ui";
import type { Proposal } from "../../views.ts";
import { FigureParts } from "../workload/figure-parts.tsx";
import { isAgreed, pointsInWords } from "../workload/figure-words.ts";

type Totals = {
  readonly now: number;
  readonly after: number;
  readonly agreed: number | undefined;
  readonly isLeast: boolean;
};

/**
 * The person's load before and after, and what makes it: over capacity the manager writes down why (WIG-8.6.3b). Their
 * managers see it as it is now; everybody else the totals that were kept when the person was proposed.
 */
export function LoadOfProposal({ proposal }: { readonly proposal: Proposal }) {
  const { proposed, proposedAt, load, state } = proposal;
  const { now, after, agreed, isLeast } = totalsOf(proposal);
  const isOver = agreed !== undefined && after > agreed;
  return (
    <Section title={`What it adds to ${proposed.name}'s work`}>
      {agreed === undefined ? (
        <p className="govuk-body">
          {pointsInWords(now)} now, {after} after. No capacity is agreed with this person.
        </p>
      ) : (
        <Meter label="Load" capacity={agreed} now={now} after={after} />
      )}
      {load === undefined && <p className="govuk-hint">As it was on {momentInWords(proposedAt)}.</p>}
      {isLeast && <p className="govuk-hint">At least: something that the figure needs is not recorded.</p>}
      {isOver && state === "open" && (
        <InsetText>
          This would make {after} of {agreed} points, {pointsInWords(after - agreed)} over what was agreed. The load
          stops nobody: it asks for a reason, or for another person.
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

function totalsOf({ load, capacity }: Proposal): Totals {
  if (load === undefined)
    return {
      now: capacity.loadBefore,
      after: capacity.loadAfter,
      agreed: capacity.capacity,
      isLeast: capacity.isLeast,
    };
  return {
    now: load.before.points,
    after: load.after.points,
    agreed: isAgreed(load.capacity) ? load.capacity.points : undefined,
    isLeast: load.before.isLeast || load.after.isLeast,
  };
}

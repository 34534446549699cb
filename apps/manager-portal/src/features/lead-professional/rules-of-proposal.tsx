import { DecisionPanel, Details, Section } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import type { Decision, Proposal } from "../../views.ts";
import { statutoryQuery } from "./queries.ts";

type Of = { readonly proposal: Proposal };

/**
 * What law and the area's rules say of who must lead, of this choice and of this person. The findings are those that
 * this reader may see; what the reader may not ask at all is not drawn.
 */
export function RulesOfProposal({ proposal: { planId, choice, suitability } }: Of) {
  const { data: statutory } = useQuery({ ...statutoryQuery(planId), retry: false });
  return (
    <Section title="What law and the area's rules say">
      {statutory && <Answered decision={statutory.decision} />}
      <Answered decision={choice.decision} />
      {suitability && <Answered decision={suitability} />}
    </Section>
  );
}

/** What asks for something stands open; what nothing stands in the way of is folded behind its answer. */
function Answered({ decision }: { readonly decision: Decision }) {
  const { tone, title, answerInWords } = decision;
  if (tone === "stop" || tone === "caution" || tone === "unknown") return <DecisionPanel decision={decision} />;
  return (
    <Details summary={`${title} ${answerInWords}`}>
      <DecisionPanel decision={decision} />
    </Details>
  );
}

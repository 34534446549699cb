import { DecisionPanel, Section } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import type { Proposal } from "../../views.ts";
import { statutoryQuery } from "./queries.ts";

type Of = { readonly proposal: Proposal };

/** What law and procedure say of who must lead, and of this choice. What the reader may not ask is not drawn. */
export function WhatTheLawSays({ proposal: { planId, choice } }: Of) {
  const { data: statutory } = useQuery({ ...statutoryQuery(planId), retry: false });
  return (
    <Section title="What law and the area's rules say">
      {statutory && <DecisionPanel decision={statutory.decision} />}
      <DecisionPanel decision={choice.decision} />
    </Section>
  );
}

/** Whether this person may lead, as it was answered when they were proposed: the findings this reader may see. */
export function WhetherTheyMayLead({ proposal: { proposed, suitability } }: Of) {
  if (suitability === undefined) return null;
  return (
    <Section title={`Whether ${proposed.name} may lead`}>
      <DecisionPanel decision={suitability} />
    </Section>
  );
}

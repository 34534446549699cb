import { DecisionPanel, Section } from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import type { Proposal } from "../../views.ts";
import { candidatesQuery, statutoryQuery } from "./queries.ts";

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

/** Whether this person may lead under the area's rules: the findings are those that this reader may see. */
export function WhetherTheyMayLead({ proposal: { planId, proposed, state } }: Of) {
  const { data } = useQuery({ ...candidatesQuery(planId), retry: false, enabled: state === "open" });
  const candidate = data?.candidates.find(({ practitionerId }) => practitionerId === proposed.practitionerId);
  if (candidate === undefined) return null;
  const { decision, askWho } = candidate.suitability;
  return (
    <Section title={`Whether ${proposed.name} may lead`}>
      <DecisionPanel decision={decision} />
      {askWho.length > 0 && (
        <p className="govuk-hint">
          What you may not see rests on the person's own record. Ask {askWho.map(({ name }) => name).join(" or ")}.
        </p>
      )}
    </Section>
  );
}

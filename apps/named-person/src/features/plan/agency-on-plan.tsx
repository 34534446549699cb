import { InsetText, listInWords, Tag } from "@linchpin/ui";
import type { Plan } from "../../views.ts";

type AgencyProps = { readonly plan: Plan; readonly agency: { readonly agencyId: string; readonly name: string } };

/** An agency where it appears on a plan, marked where it has not signed up to working together (HIG-4). */
export function AgencyOnPlan({ plan, agency: { agencyId, name } }: AgencyProps) {
  return (
    <>
      {name} {plan.notSignedUp.some((one) => one.agencyId === agencyId) && <Tag colour="yellow">Not yet signed up</Tag>}
    </>
  );
}

/** What the mark means, with the clause that asks for it. */
export function NotSignedUp({ plan: { notSignedUp } }: Pick<AgencyProps, "plan">) {
  const [first] = notSignedUp;
  if (first === undefined) return null;
  return (
    <InsetText>
      {listInWords(notSignedUp.map(({ agency }) => agency))}{" "}
      {notSignedUp.length === 1 ? "has not signed up" : "have not signed up"} to working together yet. They help all the
      same: it is for their managers to sign. ({first.clause})
    </InsetText>
  );
}

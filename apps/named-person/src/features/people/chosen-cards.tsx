import { Link } from "@linchpin/portal";
import { DateText } from "@linchpin/ui";
import type { Child } from "../../views.ts";

/** Whom child and family chose, beside the lead: on the child's page and on the plan's (CWDC-4.6a, GIR-29). */
export function ChosenCards({ child: { chosen } }: { readonly child: Child }) {
  return chosen.map((one) => (
    <section key={one.contactId} className="np-role" aria-label={one.as.label}>
      <h3 className="np-role__name">{one.as.label}</h3>
      <p className="np-role__who">{one.name}</p>
      {one.whoTheyAre && <p className="np-role__line">{one.whoTheyAre}</p>}
      {one.reach && <p className="np-role__line">{one.reach}</p>}
      <p className="np-role__line np-prose">“{one.words}”</p>
      <p className="np-role__since">
        {one.chosenBy.label} chose them, from <DateText day={one.from} />
        {one.as.code === "trusted" &&
          (one.settledOn ? (
            <>
              . What is shared with them was looked at on <DateText day={one.settledOn} />
            </>
          ) : (
            ". What is shared with them is not settled"
          ))}
      </p>
    </section>
  ));
}

/** The way to who is around the child, for whoever may see it. */
export const ToPeopleAround = ({ child: { childId, can } }: { readonly child: Child }) =>
  can["people-around.read"] === true && (
    <p className="govuk-body">
      <Link to="/children/$childId/people-around" params={{ childId }}>
        People around the child, and whom they would rather talk to
      </Link>
    </p>
  );

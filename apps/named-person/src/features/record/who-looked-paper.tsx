import { useHref } from "@linchpin/portal";
import { dateInWords, Page } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { GiveToFamily } from "../consent/give-to-family.tsx";
import { LooksOfPeople } from "./looks-of-people.tsx";
import { paperOfLooksQuery } from "./queries-of-child.ts";

const route = getRouteApi("/signed-in/who-has-looked/$childId");

/** The same list whole, as a sheet for the family: no other fact of the record stands on it. */
export function WhoLookedPaper() {
  const { childId } = route.useParams();
  const search = route.useSearch();
  const href = useHref();
  const { data } = useSuspenseQuery(paperOfLooksQuery(childId, search));
  return (
    <Page
      title={`Who has looked at ${data.childName}'s record, and why`}
      caption={`${dateInWords(data.from)} to ${dateInWords(data.to)}`}
      back={{
        href: href({ to: "/children/$childId/who-has-looked", params: { childId }, search }),
        text: "Who has looked",
      }}
      actions={
        <GiveToFamily
          may={data.may.give}
          href={href({ to: "/who-has-looked/$childId/give", params: { childId }, search })}
        />
      }
    >
      <p className="govuk-body">
        Everybody who looked at the record, or changed something in it, is on this list with the reason. People may look
        only for as long as they have a part in the care of the child. If you do not know why somebody is here, ask
        whoever gave you this sheet: they can find out for you.
      </p>
      {data.people.length === 0 ? (
        <p className="govuk-body">Nobody looked in these days.</p>
      ) : (
        <LooksOfPeople people={data.people} />
      )}
    </Page>
  );
}

import { useHref } from "@linchpin/portal";
import { DateText, Details, EmptyState, Page, Section, SummaryList, WarningText } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { seatsQuery } from "./group-queries.ts";

type Seat = Answers["dispute"]["seats"]["list"]["seats"][number];
type Holder = NonNullable<Seat["holder"]>;

/** Who sits in the group for each service, the deputies, and the co-ordinator; what is vacant stands first. */
export function SeatsPage() {
  const { data } = useSuspenseQuery(seatsQuery());
  const href = useHref();
  return (
    <Page
      title="Who sits in the Service Managers' Group"
      {...(postMay(useWho(), "group.agenda.read")
        ? { back: { href: href({ to: "/group" }), text: "Service Managers' Group" } }
        : {})}
    >
      {!data.hasGroup && <EmptyState title="The documents of this area know no such group" />}
      {data.alerts.map((alert) => (
        <WarningText key={alert}>{alert}</WarningText>
      ))}
      {data.seats.map((seat) => (
        <OneSeat key={seat.seat.code} seat={seat} />
      ))}
    </Page>
  );
}

function OneSeat({ seat: { seat, holder, deputy, takesDeputy, before, keep } }: { readonly seat: Seat }) {
  const href = useHref();
  const action = (holding: "holder" | "deputy", current: Holder | undefined) => {
    if (!keep.may) return {};
    return {
      action:
        current === undefined
          ? {
              href: href({ to: "/group/seats/$seat/$holding", params: { seat: seat.code, holding } }),
              text: holding === "holder" ? "Name somebody" : "Name a deputy",
              of: seat.label,
            }
          : {
              href: href({ to: "/group/seat/$seatId/end", params: { seatId: current.seatId } }),
              text: "End it",
              of: seat.label,
            },
    };
  };
  return (
    <Section title={seat.label}>
      <SummaryList
        rows={[
          {
            key: takesDeputy ? "Holds the seat" : "Named",
            value: holder === undefined ? "Nobody" : <Who holder={holder} />,
            ...action("holder", holder),
          },
          ...(takesDeputy
            ? [
                {
                  key: "Named deputy",
                  value: deputy === undefined ? "Nobody" : <Who holder={deputy} />,
                  ...action("deputy", deputy),
                },
              ]
            : []),
        ]}
      />
      {!keep.may && <p className="govuk-hint">{keep.why}</p>}
      {before.length > 0 && (
        <Details summary={`Before (${before.length})`}>
          <ul className="govuk-list">
            {before.map((one) => (
              <li key={one.seatId}>
                {one.holding.label}: <Who holder={one} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}

function Who({ holder: { who, since, ended, isAtWork } }: { readonly holder: Holder }) {
  return (
    <>
      {who.name}
      <span className="mp-note">
        {[who.postTitle, who.agency].filter(Boolean).join(", ")}
        {!isAtWork && "No longer at work here"} since <DateText day={since} />
        {ended !== undefined && (
          <>
            {" "}
            to <DateText day={ended.on} />: {ended.because}
          </>
        )}
      </span>
    </>
  );
}

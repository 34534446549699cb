import { EndSeatOnScreen, SeatOnScreen, seatHoldings } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { EmptyState, Form, LookupField, Page, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { findPeopleAtWork } from "../access/part-queries.ts";
import { seatsQuery } from "./group-queries.ts";

const nameRoute = getRouteApi("/signed-in/group/seats/$seat/$holding");
const endRoute = getRouteApi("/signed-in/group/seat/$seatId/end");
const Named = fromForm(SeatOnScreen);
const Ended = fromForm(EndSeatOnScreen);

const useSeats = () => {
  const href = useHref();
  const navigate = useNavigate();
  return {
    data: useSuspenseQuery(seatsQuery()).data,
    back: { href: href({ to: "/group/seats" }), text: "Who sits in the group" },
    done: () => navigate({ to: "/group/seats", replace: true }),
    cancel: <Link to="/group/seats">Cancel</Link>,
    idempotencyKey: useIdempotencyKey(),
  };
};

/** Names somebody for a seat from now on. */
export function NameSeatPage() {
  const { seat: code, holding } = nameRoute.useParams();
  const { data, back, done, cancel, idempotencyKey } = useSeats();
  const form = useCommandForm(Named);
  const name = useChange(trpc.dispute.seats.name.mutationOptions());
  const found = data.seats.find(({ seat }) => seat.code === code);
  const as = holding === "holder" || (holding === "deputy" && found?.takesDeputy) ? holding : undefined;
  if (found === undefined || as === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="There is no such seat" />
      </Page>
    );
  return (
    <Page title={as === "holder" ? "Name who holds the seat" : "Name a deputy"} caption={found.seat.label} back={back}>
      <p className="govuk-body">
        What is before the group opens to them in this second, and closes when it ends. By itself the seat opens no
        child's record.
      </p>
      <Form
        form={form}
        submit="Name them"
        refusal={refusalView(name.error)}
        notAllowed={whyNot(found.keep)}
        cancel={cancel}
        onSubmit={async ({ practitionerId }) => {
          const seat = found.seat.code as Parameters<typeof name.mutateAsync>[0]["seat"]; // the api's own code
          await name.mutateAsync({ idempotencyKey, seat, holding: as, practitionerId });
          await done();
        }}
      >
        <LookupField
          name="practitionerId"
          label={found.takesDeputy ? `Who is named for ${found.seat.label.toLowerCase()}?` : "Who is the co-ordinator?"}
          hint="Type a part of their name, then press Find."
          find={findPeopleAtWork}
        />
      </Form>
    </Page>
  );
}

/** Ends that somebody is named. */
export function EndSeatPage() {
  const { seatId } = endRoute.useParams();
  const { data, back, done, cancel, idempotencyKey } = useSeats();
  const form = useCommandForm(Ended);
  const end = useChange(trpc.dispute.seats.end.mutationOptions());
  const found = data.seats.flatMap(({ seat, holder, deputy, keep }) =>
    (["holder", "deputy"] as const).flatMap((holding) => {
      const one = { holder, deputy }[holding];
      return one?.seatId === seatId ? [{ ...one, seat, keep, holding }] : [];
    }),
  )[0];
  if (found === undefined)
    return (
      <Page title="Page not found" back={back}>
        <EmptyState title="Nobody is named here any more" />
      </Page>
    );
  return (
    <Page title="End a seat" caption={`${found.who.name}, ${found.seat.label}`} back={back}>
      <p className="govuk-body">
        {seatHoldings[found.holding].label}. What the group has before it closes to them in this second.
      </p>
      <Form
        form={form}
        submit="End it"
        kind="warning"
        refusal={refusalView(end.error)}
        notAllowed={whyNot(found.keep)}
        cancel={cancel}
        onSubmit={async ({ because }) => {
          await end.mutateAsync({ idempotencyKey, seatId, because });
          await done();
        }}
      >
        <TextField name="because" label="Why does it end?" />
      </Form>
    </Page>
  );
}

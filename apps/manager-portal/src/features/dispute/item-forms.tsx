import { BecauseOnScreen, HousingOnScreen, limits, PlaceGroupItem, ReporterOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  useVersion,
  whyNot,
} from "@linchpin/portal";
import { DateField, dateInWords, EmptyState, Form, Page, Radios, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import { itemQuery } from "./group-queries.ts";

const Placed = fromForm(PlaceGroupItem.pick({ meetingId: true }));
const Housing = fromForm(HousingOnScreen);
const Reporter = fromForm(ReporterOnScreen);
const Because = fromForm(BecauseOnScreen);

/** What each form about an item stands on: whose it is, at which version, and the way back. */
export function useItem() {
  const { groupItemId = "" } = useParams({ strict: false });
  const { data } = useSuspenseQuery(itemQuery(groupItemId));
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const params = { groupItemId };
  return {
    data,
    of: (error: unknown) => ({ idempotencyKey, groupItemId, version: data.item.version, error }),
    groupItemId,
    idempotencyKey,
    page: {
      caption: `${data.planTitle}: ${childInWords(data.item.child)}`,
      back: { href: href({ to: "/group/items/$groupItemId", params }), text: "The item" },
    },
    cancel: (
      <Link to="/group/items/$groupItemId" params={params}>
        Cancel
      </Link>
    ),
    toItem: () => navigate({ to: "/group/items/$groupItemId", params, replace: true }),
    toAgenda: () => navigate({ to: "/group", replace: true }),
  };
}

/** Places an item on the agenda of a meeting that is still to come. */
export function PlaceItemPage() {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem } = useItem();
  const form = useCommandForm(Placed);
  const place = useChange(trpc.dispute.items.place.mutationOptions());
  const version = useVersion(data.item.version, place.error);
  const href = useHref();
  if (data.meetings.length === 0)
    return (
      <Page title="On which agenda?" {...page}>
        <EmptyState title="No meeting is set">
          <p className="govuk-body">
            <Link to="/group/meetings/new">Set a meeting</Link> first, then place the item on its agenda.
          </p>
        </EmptyState>
      </Page>
    );
  return (
    <Page title="On which agenda?" {...page} back={{ ...page.back, href: page.back.href || href({ to: "/group" }) }}>
      <p className="govuk-body">Those who sit read the item and the plan from now until the meeting's day is over.</p>
      <Form
        form={form}
        submit="Place it"
        refusal={refusalView(place.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async ({ meetingId }) => {
          await place.mutateAsync({ idempotencyKey, groupItemId, version, meetingId });
          await toItem();
        }}
      >
        <Radios
          name="meetingId"
          label="Which meeting?"
          options={data.meetings.map(({ meetingId, heldOn }) => ({ value: meetingId, label: dateInWords(heldOn) }))}
        />
      </Form>
    </Page>
  );
}

/** Whether housing matters to the item, why, and when the Area Housing Manager was invited. */
export function HousingPage() {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem } = useItem();
  const form = useCommandForm(Housing);
  const mark = useChange(trpc.dispute.items.markHousing.mutationOptions());
  const version = useVersion(data.item.version, mark.error);
  const draft = useDraftOf<z.input<typeof Housing>>(api, `group-housing:${groupItemId}`, ["why"]);
  return (
    <Page title="Does housing matter to this item?" {...page}>
      <Form
        form={form}
        draft={draft}
        submit="Record it"
        refusal={refusalView(mark.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async (said) => {
          await mark.mutateAsync({ ...said, idempotencyKey, groupItemId, version });
          await toItem();
        }}
      >
        <Radios
          name="matters"
          label="Does it matter?"
          options={[
            {
              value: "yes",
              label: "Yes",
              reveal: (
                <>
                  <TextArea name="why" label="Why?" hint="For example, the tenancy is at risk" rows={3} optional />
                  <DateField name="invitedOn" label="When was the Area Housing Manager invited?" optional />
                </>
              ),
            },
            { value: "no", label: "No" },
          ]}
        />
      </Form>
    </Page>
  );
}

/** When the Children's Reporter was invited to an item about a young offender. */
export function ReporterPage() {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem } = useItem();
  const form = useCommandForm(Reporter);
  const invite = useChange(trpc.dispute.items.inviteReporter.mutationOptions());
  const version = useVersion(data.item.version, invite.error);
  return (
    <Page title="When was the Children's Reporter invited?" {...page}>
      <p className="govuk-body">The Reporter comes to this item, gives a view and does not vote.</p>
      <Form
        form={form}
        submit="Record it"
        refusal={refusalView(invite.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async (said) => {
          await invite.mutateAsync({ ...said, idempotencyKey, groupItemId, version });
          await toItem();
        }}
      >
        <DateField name="invitedOn" label="Invited on" />
      </Form>
    </Page>
  );
}

type WithReason = {
  readonly title: string;
  readonly label: string;
  readonly submit: string;
  readonly draftOf: string;
  readonly to: "takeOff" | "giveBack";
  readonly children: ReactNode;
};

function WithReasonPage({ title, label, submit, draftOf, to, children }: WithReason) {
  const { data, groupItemId, idempotencyKey, page, cancel, toItem, toAgenda } = useItem();
  const form = useCommandForm(Because);
  const takeOff = useChange(trpc.dispute.items.takeOff.mutationOptions());
  const giveBack = useChange(trpc.dispute.items.giveBack.mutationOptions());
  const move = to === "takeOff" ? takeOff : giveBack;
  const version = useVersion(data.item.version, move.error);
  const draft = useDraftOf<z.input<typeof Because>>(api, `${draftOf}:${groupItemId}`, ["because"]);
  return (
    <Page title={title} {...page}>
      <p className="govuk-body">{children}</p>
      <Form
        form={form}
        draft={draft}
        submit={submit}
        refusal={refusalView(move.error)}
        notAllowed={whyNot(data.may.keep)}
        cancel={cancel}
        onSubmit={async ({ because }) => {
          await move.mutateAsync({ idempotencyKey, groupItemId, version, because });
          await (to === "takeOff" ? toItem() : toAgenda());
        }}
      >
        <TextArea name="because" label={label} rows={4} most={limits.prose} />
      </Form>
    </Page>
  );
}

export const TakeOffPage = () => (
  <WithReasonPage
    title="Take it off the agenda"
    label="Why?"
    submit="Take it off"
    draftOf="group-take-off"
    to="takeOff"
  >
    Those who sit see it no longer. It stays with you, and whoever asked is told.
  </WithReasonPage>
);

export const GiveBackPage = () => (
  <WithReasonPage
    title="Give it back"
    label="What is missing?"
    submit="Give it back"
    draftOf="group-give-back"
    to="giveBack"
  >
    Papers that are not complete go back to whoever asked. A complete request is placed. The plan closes to you.
  </WithReasonPage>
);

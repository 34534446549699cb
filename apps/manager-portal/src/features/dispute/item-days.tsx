import { PlaceGroupItem, ReporterOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useVersion, whyNot } from "@linchpin/portal";
import { DateField, dateInWords, EmptyState, Form, Page, Radios, useCommandForm } from "@linchpin/ui";
import { trpc } from "../../api.ts";
import { useItem } from "./use-item.tsx";

const Placed = fromForm(PlaceGroupItem.pick({ meetingId: true }));
const Reporter = fromForm(ReporterOnScreen);

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

import { PlaceGroupItem, ReporterOnScreen } from "@linchpin/domain";
import { fromForm, Link, useChange } from "@linchpin/portal";
import { DateField, dateInWords, EmptyState, Page, Radios, useCommandForm } from "@linchpin/ui";
import { trpc } from "../../api.ts";
import { ItemForm } from "./item-form.tsx";
import { useItem } from "./use-item.tsx";

const Placed = fromForm(PlaceGroupItem.pick({ meetingId: true }));
const Reporter = fromForm(ReporterOnScreen);

/** Places an item on the agenda of a meeting that is still to come. */
export function PlaceItemPage() {
  const { data, page } = useItem();
  const form = useCommandForm(Placed);
  const place = useChange(trpc.dispute.items.place.mutationOptions());
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
    <ItemForm
      title="On which agenda?"
      before="Those who sit read the item and the plan from now until the meeting's day is over."
      submit="Place it"
      form={form}
      may={data.may.keep}
      error={place.error}
      record={(said, of) => place.mutateAsync({ ...said, ...of })}
      then="item"
    >
      <Radios
        name="meetingId"
        label="Which meeting?"
        options={data.meetings.map(({ meetingId, heldOn }) => ({ value: meetingId, label: dateInWords(heldOn) }))}
      />
    </ItemForm>
  );
}

/** When the Children's Reporter was invited to an item about a young offender. */
export function ReporterPage() {
  const { data } = useItem();
  const invite = useChange(trpc.dispute.items.inviteReporter.mutationOptions());
  return (
    <ItemForm
      title="When was the Children's Reporter invited?"
      before="The Reporter comes to this item, gives a view and does not vote."
      submit="Record it"
      form={useCommandForm(Reporter)}
      may={data.may.keep}
      error={invite.error}
      record={(said, of) => invite.mutateAsync({ ...said, ...of })}
      then="item"
    >
      <DateField name="invitedOn" label="Invited on" />
    </ItemForm>
  );
}

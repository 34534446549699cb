import { SiblingOnScreen, siblingKinds, TakeBackSiblingOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { DateField, EmptyState, Form, Page, Select, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { siblingsQuery } from "./common-element-queries.ts";

const recordRoute = getRouteApi("/signed-in/children/$childId/whole-world/sibling");
const takeBackRoute = getRouteApi("/signed-in/children/$childId/whole-world/siblings/$linkId/take-back");
const Screen = fromForm(SiblingOnScreen);
const TakeBack = fromForm(TakeBackSiblingOnScreen);
const wholeWorld = (childId: string) => ({ to: "/children/$childId/whole-world", params: { childId } }) as const;

/** Write down a brother or sister as the family said. */
export function RecordSiblingPage() {
  const { childId } = recordRoute.useParams();
  const { data: siblings } = useSuspenseQuery(siblingsQuery(childId));
  const navigate = recordRoute.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const record = useChange(trpc.people.siblings.record.mutationOptions());
  const form = useCommandForm(Screen);
  const back = wholeWorld(childId);
  return (
    <Page title="Write down a brother or sister" back={{ href: href(back), text: "The child's whole world" }}>
      <p className="govuk-body">
        With the date of birth their named person and this child's can find each other, where the two children share a
        home, a parent or a plan.
      </p>
      <Form
        form={form}
        submit="Write it down"
        refusal={refusalView(record.error)}
        notAllowed={whyNot(siblings.record)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await record.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <Select name="is" label="What are they to this child?" options={optionsOf(siblingKinds)} />
        <TextField name="givenName" label="First name" />
        <DateField name="bornOn" label="Date of birth" optional />
        <TextField name="toldBy" label="Who said so?" hint="For example, mother, or Isla" />
      </Form>
    </Page>
  );
}

/** Take back a brother or sister who was written down by mistake. */
export function TakeBackSiblingPage() {
  const { childId, linkId } = takeBackRoute.useParams();
  const { data } = useSuspenseQuery(siblingsQuery(childId));
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const takeBack = useChange(trpc.people.siblings.takeBack.mutationOptions());
  const form = useCommandForm(TakeBack);
  const back = wholeWorld(childId);
  const one = data.siblings.find((sibling) => sibling.linkId === linkId);
  return (
    <Page
      title="Take back a brother or sister"
      caption={one?.givenName}
      back={{ href: href(back), text: "The child's whole world" }}
    >
      {one === undefined ? (
        <EmptyState title="Nobody is written down here any more" />
      ) : (
        <Form
          form={form}
          submit="Take it back"
          refusal={refusalView(takeBack.error)}
          notAllowed={whyNot(data.record)}
          cancel={<Link {...back}>Cancel</Link>}
          onSubmit={async ({ because }) => {
            await takeBack.mutateAsync({ linkId, because, idempotencyKey });
            await navigate({ ...back, replace: true });
          }}
        >
          <TextField name="because" label="Why is it taken back?" hint="For example, a cousin and no brother" />
        </Form>
      )}
    </Page>
  );
}

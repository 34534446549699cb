import { CarerOnScreen, carerRelationships } from "@linchpin/domain";
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
import { Form, Page, Select, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { coreInformationQuery } from "./core-information-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/core-information/carer");
const Screen = fromForm(CarerOnScreen);

/** Put a parent or carer right, or add one; it counts as confirmed (HIG-28). */
export function PutCarerRightPage() {
  const { childId } = route.useParams();
  const { data: core } = useSuspenseQuery(coreInformationQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const put = useChange(trpc.people.coreInformation.putCarerRight.mutationOptions());
  const form = useCommandForm(Screen);
  const back = { to: "/children/$childId/core-information", params: { childId } } as const;
  return (
    <Page title="Put a parent or carer right" back={{ href: href(back), text: "Core information" }}>
      <Form
        form={form}
        submit="Put it right"
        refusal={refusalView(put.error)}
        notAllowed={whyNot(core.confirm)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async ({ phone, email, ...carer }) => {
          await put.mutateAsync({
            ...carer,
            ...(phone === undefined ? {} : { phone }),
            ...(email === undefined ? {} : { email }),
            childId,
            idempotencyKey,
          });
          await navigate({ ...back, replace: true });
        }}
      >
        <TextField
          name="name"
          label="Name"
          hint={
            core.carers.length === 0
              ? "Nobody is on record yet."
              : `On record: ${core.carers.map(({ name }) => name).join(", ")}. With the same name it is the same person; with another one somebody is added.`
          }
        />
        <Select name="relationship" label="Relationship to the child" options={optionsOf(carerRelationships)} />
        <TextField name="phone" label="Phone" hint="Left empty, it stays as it is." optional />
        <TextField name="email" label="Email" hint="Left empty, it stays as it is." optional />
      </Form>
    </Page>
  );
}

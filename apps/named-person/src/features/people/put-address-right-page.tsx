import { AddressOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import { Form, Page, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { coreInformationQuery } from "./core-information-queries.ts";

const route = getRouteApi("/signed-in/children/$childId/core-information/address");
const Screen = fromForm(AddressOnScreen);

/** Put right where a child lives; it counts as confirmed (HIG-28). */
export function PutAddressRightPage() {
  const { childId } = route.useParams();
  const { data: core } = useSuspenseQuery(coreInformationQuery(childId));
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const put = useChange(trpc.people.coreInformation.putAddressRight.mutationOptions());
  const form = useCommandForm(Screen);
  const back = { to: "/children/$childId/core-information", params: { childId } } as const;
  return (
    <Page title="Put the address right" back={{ href: href(back), text: "Core information" }}>
      <Form
        form={form}
        submit="Put it right"
        refusal={refusalView(put.error)}
        notAllowed={whyNot(core.confirm)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (address) => {
          await put.mutateAsync({ ...address, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      >
        <TextField name="line1" label="House and street" />
        <TextField name="town" label="Town" />
        <TextField name="postcode" label="Postcode" />
      </Form>
    </Page>
  );
}

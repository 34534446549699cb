import { PlaceWorryElsewhere } from "@linchpin/domain";
import { maybe, refusalView, useChange, useDraftOf, useIdempotencyKey } from "@linchpin/portal";
import { Form, Select, TextArea, useCommandForm } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";

const route = getRouteApi("/signed-in/worries-to-place/$worryId");
type ToPlace = Answers["concern"]["worries"]["one"];

const Elsewhere = z.object({
  establishmentId: maybe(z.uuid()),
  because: PlaceWorryElsewhere.shape.because,
});

/** Says that a worry is about nobody of this roll, and what was done to find the child. */
export function ElsewhereForm({ data: { worry, places } }: { readonly data: ToPlace }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const elsewhere = useChange(trpc.concern.worries.elsewhere.mutationOptions());
  const form = useCommandForm(Elsewhere);
  const draft = useDraftOf<z.input<typeof Elsewhere>>(api, `worry-elsewhere:${worry.worryId}`, ["because"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="It is about none of them"
      refusal={refusalView(elsewhere.error)}
      onSubmit={async ({ establishmentId, because }) => {
        await elsewhere.mutateAsync({
          because,
          worryId: worry.worryId,
          version: worry.version,
          idempotencyKey,
          ...(establishmentId ? { establishmentId } : {}),
        });
        await navigate({ to: "/worries-to-place", replace: true });
      }}
    >
      <Select
        name="establishmentId"
        label="Whose roll may the child be on?"
        hint="Leave it out where nobody could be found: the worry is set aside"
        optional
        options={places.map(({ establishmentId, name }) => ({ value: establishmentId, label: name }))}
      />
      <TextArea name="because" label="What did you do to find the child?" rows={3} />
    </Form>
  );
}

import { sealingAsked } from "@linchpin/domain";
import {
  asExact,
  checkExact,
  ExactChildFields,
  exactShape,
  fromForm,
  isApiError,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import {
  Anchor,
  DateField,
  ErrorState,
  Form,
  Page,
  type RefusalView,
  TextArea,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";

const route = getRouteApi("/signed-in/sealing/ask");
const OnScreen = fromForm(z.object({ ...exactShape, ...sealingAsked }).superRefine(checkExact));

/** Asks that a record is sealed after an adoption order. */
export function AskToSealPage() {
  return postMay(useWho(), "sealing.ask") ? <AskToSeal /> : <ErrorState kind="refused" />;
}

function AskToSeal() {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(OnScreen);
  const ask = useChange(trpc.sealing.ask.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof OnScreen>>(api, "ask-to-seal"), []);
  const back = href({ to: "/sealing" });
  return (
    <Page title="Ask for a record to be sealed" back={{ href: back, text: "Records to be sealed" }}>
      <p className="govuk-body">
        This is for the record under the name a child had before an adoption order. Another service manager or the
        privacy officer looks at it and decides. Until then nothing changes.
      </p>
      <p className="govuk-body">
        The child's record under the new name is a new one, made in the ordinary way. Do not write the new name here:
        nothing that ties the two together is kept.
      </p>
      <Form
        form={form}
        draft={draft}
        submit="Ask for it to be sealed"
        refusal={refusalOf(ask.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={async ({ orderedOn, court, reason, ...said }) => {
          const { sealingId } = await ask.mutateAsync({
            idempotencyKey,
            child: asExact(said),
            orderedOn,
            court,
            reason,
          });
          await navigate({
            to: "/sealing/$sealingId",
            params: { sealingId },
            search: { done: "asked" },
            replace: true,
          });
        }}
      >
        <ExactChildFields />
        <DateField name="orderedOn" label="Day of the adoption order" />
        <TextField name="court" label="Court and its reference" hint="Kept with the sealed record and nowhere else." />
        <TextArea name="reason" label="Why is the record to be sealed?" hint="Do not write the new name." rows={4} />
      </Form>
    </Page>
  );
}

/** Nobody, several, one's own kin, and a record that is sealed already read the same. */
function refusalOf(error: unknown): RefusalView | undefined {
  if (isApiError(error) && error.data?.refusal?.kind === "not-visible")
    return {
      title: "Nothing was asked",
      text: "These details lead to no one record. Check the whole name and the date of birth, or the whole number.",
    };
  return refusalView(error);
}

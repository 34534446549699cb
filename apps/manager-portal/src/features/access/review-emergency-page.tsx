import { ReviewEmergency } from "@linchpin/domain";
import {
  cursorOf,
  fromForm,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Anchor, ErrorState, Form, Page, Radios, SummaryList, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { EmergencyAccess } from "../../views.ts";
import { rowsOf } from "./emergency-access-page.tsx";
import { waitingEmergenciesQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/emergency-access/$emergencyAccessId");
const Schema = fromForm(ReviewEmergency);

/** Says whether opening a record in an emergency was right. */
export function ReviewEmergencyPage() {
  const { emergencyAccessId } = route.useParams();
  const { data } = useSuspenseQuery(waitingEmergenciesQuery(cursorOf(route.useSearch())));
  const opening = data.openings.find((one) => one.emergencyAccessId === emergencyAccessId);
  return opening === undefined ? <ErrorState kind="not-found" /> : <Review opening={opening} />;
}

function Review({ opening }: { readonly opening: EmergencyAccess }) {
  const navigate = route.useNavigate();
  const href = useHref();
  const { emergencyAccessId, by, child, may } = opening;
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, emergencyAccessId } });
  const review = useChange(trpc.access.emergency.review.mutationOptions());
  const draft = useMemo(
    () => serverDraft<z.input<typeof Schema>>(api, `review-emergency:${emergencyAccessId}`),
    [emergencyAccessId],
  );
  const back = href({ to: "/emergency-access" });
  return (
    <Page
      title="Was it right to open this record?"
      caption={`${by.name}, ${child.name}`}
      back={{ href: back, text: "Emergency access" }}
    >
      <SummaryList rows={rowsOf(opening)} />
      <Form
        form={form}
        draft={draft}
        submit="Keep what I found"
        notAllowed={whyNot(may.review)}
        refusal={refusalView(review.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          review
            .mutateAsync(command)
            .then(() => navigate({ to: "/emergency-access", search: { done: true }, replace: true }))
        }
      >
        <Radios
          name="finding"
          label="What did you find?"
          options={[
            { value: "right", label: "It was right to open it" },
            { value: "not-right", label: "It was not right to open it", hint: "Their line manager is told." },
          ]}
        />
        <TextArea name="words" label="What did you find, and whom did you ask?" rows={5} />
      </Form>
    </Page>
  );
}

import { emergency, emergencyReasons, OpenInEmergency, type Term } from "@linchpin/domain";
import {
  asExact,
  checkExact,
  ExactChildFields,
  exactShape,
  fromForm,
  isApiError,
  Link,
  optionsOf,
  refusalView,
  serverDraft,
  useChange,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import { ErrorState, Form, Page, Radios, type RefusalView, TextArea, useCommandForm, WarningText } from "@linchpin/ui";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { useWho } from "../../terms.ts";

const route = getRouteApi("/signed-in/emergency");
const asked = OpenInEmergency.shape;
const Screen = z.object({ ...exactShape, reason: asked.reason, words: asked.words }).superRefine(checkExact);
const OnScreen = fromForm(Screen);

const reasons = optionsOf(emergencyReasons).map((option) => {
  const term: Term = emergencyReasons[option.value as keyof typeof emergencyReasons];
  return { ...option, hint: term.meaning };
});

/** For somebody without a part in a child's care, when it cannot wait. */
export function OpenInEmergencyPage() {
  return postMay(useWho(), "emergency.open") ? <OpenInEmergencyForm /> : <ErrorState kind="refused" />;
}

function OpenInEmergencyForm() {
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(OnScreen);
  const open = useChange(trpc.access.emergency.open.mutationOptions());
  const draft = useMemo(() => serverDraft<z.input<typeof OnScreen>>(api, "emergency"), []);
  return (
    <Page
      title="Open a record in an emergency"
      back={{ href: href({ to: "/search", search: { text: "" } }), text: "Find a child" }}
    >
      <WarningText>If a child is in danger now, call 999 first.</WarningText>
      <p className="govuk-body">
        This is for a child in whose care you have no part, when it cannot wait. What you do here is seen:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>the record is open to you for {emergency.minutesOpen} minutes, to read and for nothing else</li>
        <li>whoever answers for the record and a privacy officer are told at once, with your name and your reason</li>
        <li>a privacy officer decides within {emergency.workingDaysToReview} working days whether it was right</li>
        <li>it stays in the child's record, where the family can ask to see it</li>
      </ul>
      <Form
        form={form}
        draft={draft}
        kind="warning"
        submit="Open the record"
        submitting="Opening"
        refusal={refusalOf(open.error)}
        cancel={
          <Link to="/search" search={{ text: "" }}>
            Cancel
          </Link>
        }
        onSubmit={async ({ reason, words, ...said }) => {
          const { childId } = await open.mutateAsync({ idempotencyKey, child: asExact(said), reason, words });
          await navigate({ to: "/children/$childId", params: { childId } });
        }}
      >
        <ExactChildFields />
        <Radios name="reason" label="Why can it not wait?" options={reasons} />
        <TextArea
          name="words"
          label="What has happened, and what do you need to know?"
          hint="The privacy officer reads this."
          rows={5}
        />
      </Form>
    </Page>
  );
}

/** Nobody, several, and a record that is held back read the same. */
function refusalOf(error: unknown): RefusalView | undefined {
  if (isApiError(error) && error.data?.refusal?.kind === "not-visible")
    return {
      title: "No record was opened",
      text: `These details lead to no one record that you can open. Check the whole name and the date of birth, or the whole number. You can try ${emergency.triesADay} times in a day.`,
    };
  return refusalView(error);
}

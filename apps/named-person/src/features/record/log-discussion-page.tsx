import { agencyKinds, DiscussionOnScreen } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import { Checkboxes, DateField, Form, Page, TextArea, TextField, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { discussionsQuery } from "./everyday-queries.ts";

const ofChild = getRouteApi("/signed-in/children/$childId/checks-and-discussions/discussion");
const ofNobody = getRouteApi("/signed-in/discussions/log");
const Screen = fromForm(DiscussionOnScreen);
type Said = z.output<typeof Screen>;

/** Log a talk about how best to help this child (HIG-6). */
export function LogDiscussionOfChildPage() {
  const { childId } = ofChild.useParams();
  const { data } = useSuspenseQuery(discussionsQuery(childId));
  const navigate = ofChild.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const log = useChange(trpc.record.everyday.logDiscussionOfChild.mutationOptions());
  const back = { to: "/children/$childId/checks-and-discussions", params: { childId } } as const;
  return (
    <Page title="Log an informal discussion" back={{ href: href(back), text: "Checks and discussions" }}>
      <p className="govuk-body">
        It opens no case and needs no plan. It is kept on this child's record for the people of your service.
      </p>
      <DiscussionForm
        draftKey={`discussion:${childId}`}
        refusal={refusalView(log.error)}
        notAllowed={whyNot(data.log)}
        cancel={<Link {...back}>Cancel</Link>}
        onSubmit={async (said) => {
          await log.mutateAsync({ ...said, childId, idempotencyKey });
          await navigate({ ...back, replace: true });
        }}
      />
    </Page>
  );
}

/** Log a talk in which nobody said who the child is: the writer's alone (HIG-6). */
export function LogDiscussionPage() {
  const navigate = ofNobody.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const log = useChange(trpc.record.everyday.logDiscussion.mutationOptions());
  return (
    <Page
      title="Log an informal discussion"
      back={{ href: href({ to: "/discussions" }), text: "Your informal discussions" }}
    >
      <p className="govuk-body">
        Use this where nobody said who the child is. Write no name and nothing that tells who they are: it is yours
        alone and on no record. If you said who the child is, log it on the child's page.
      </p>
      <DiscussionForm
        draftKey="discussion"
        refusal={refusalView(log.error)}
        cancel={<Link to="/discussions">Cancel</Link>}
        onSubmit={async (said) => {
          await log.mutateAsync({ ...said, idempotencyKey });
          await navigate({ to: "/discussions", replace: true });
        }}
      />
    </Page>
  );
}

type FormProps = {
  readonly draftKey: string;
  readonly refusal: ReturnType<typeof refusalView>;
  readonly notAllowed?: string | undefined;
  readonly cancel: ReactNode;
  readonly onSubmit: (said: Said) => Promise<void>;
};

function DiscussionForm({ draftKey, refusal, notAllowed, cancel, onSubmit }: FormProps) {
  const form = useCommandForm(Screen, { defaultValues: { agencies: [] } });
  const draft = useDraftOf<z.input<typeof Screen>>(api, draftKey, ["people", "suggested"]);
  return (
    <Form
      form={form}
      draft={draft}
      submit="Log it"
      refusal={refusal}
      notAllowed={notAllowed}
      cancel={cancel}
      onSubmit={onSubmit}
    >
      <DateField name="heldOn" label="On which day did you talk?" />
      <TextField name="people" label="Who talked?" hint="For example, class teacher and school nurse" />
      <Checkboxes name="agencies" label="Of which services?" options={optionsOf(agencyKinds)} />
      <TextArea name="suggested" label="What was suggested?" rows={4} most={2000} />
    </Form>
  );
}

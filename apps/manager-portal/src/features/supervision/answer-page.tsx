import { AnswerForSupervision } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Anchor,
  DateField,
  dateInWords,
  ErrorState,
  Form,
  Page,
  Radios,
  SummaryList,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import { superviseeQuery } from "./queries.ts";
import type { Person } from "./words.ts";

const route = getRouteApi("/signed-in/supervision/$practitionerId/requests/$requestId");
const Schema = fromForm(AnswerForSupervision);

/** Answers somebody who asked for extra supervision: a day, or why not. */
export function AnswerPage() {
  const { practitionerId, requestId } = route.useParams();
  const { data: person } = useSuspenseQuery(superviseeQuery(practitionerId));
  const request = person.requests.find((one) => one.requestId === requestId);
  return request === undefined || request.answer !== undefined ? (
    <ErrorState kind="not-found" />
  ) : (
    <Answer person={person} request={request} />
  );
}

function Answer({ person, request }: { readonly person: Person; readonly request: Person["requests"][number] }) {
  const { practitionerId, name } = person;
  const { requestId, version } = request;
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, { defaultValues: { idempotencyKey, requestId, version } });
  const answer = useChange(trpc.supervision.answer.mutationOptions());
  const back = href({ to: "/supervision/$practitionerId", params: { practitionerId } });
  return (
    <Page title="Extra supervision" caption={name} back={{ href: back, text: `Supervision of ${name}` }}>
      <SummaryList
        rows={[
          { key: "About", value: childInWords(request.child) },
          { key: "Asked on", value: dateInWords(request.askedOn) },
          { key: "What it is about", value: request.reason },
        ]}
      />
      <Form
        form={form}
        submit="Send the answer"
        submitting="Sending"
        refusal={refusalView(answer.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={(command) =>
          answer.mutateAsync(command).then(() =>
            navigate({
              to: "/supervision/$practitionerId",
              params: { practitionerId },
              search: { done: "answered" },
              replace: true,
            }),
          )
        }
      >
        <Radios
          name="answer"
          label="What do you answer?"
          options={[
            { value: "offered", label: "A day", reveal: <DateField name="offeredOn" label="Which day" /> },
            { value: "not-now", label: "Not now", reveal: <TextField name="words" label="Why not" /> },
          ]}
        />
      </Form>
    </Page>
  );
}

import { FileReceived, filings } from "@linchpin/domain";
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
import {
  Button,
  dateInWords,
  Form,
  InsetText,
  LinkButton,
  Page,
  PrintButton,
  Radios,
  Section,
  SummaryList,
  type SummaryRow,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { Filed } from "./received-list-page.tsx";
import { receivedQuery } from "./received-queries.ts";

const route = getRouteApi("/signed-in/shared-with-you/$releaseId");
type Received = Answers["consent"]["receivedOne"];

/** One thing that is shared with this reader: the copy as it went, and nothing else of the child. */
export function ReceivedPage() {
  const { releaseId } = route.useParams();
  const { data } = useSuspenseQuery(receivedQuery(releaseId));
  const { received, copy, childId } = data;
  const href = useHref();
  return (
    <Page
      title={received.title}
      caption={`Shared with you about ${received.childName}`}
      back={{ href: href({ to: "/shared-with-you" }), text: "Shared with you" }}
      actions={<PrintButton />}
    >
      <SummaryList rows={rowsOf(data)} />
      <Section title="The copy as it went">
        <InsetText>
          <span className="np-prose">{copy}</span>
        </InsetText>
        <p className="govuk-body">
          Use it for what it was shared for. Nothing else of {received.childName} opens with it.
        </p>
        {childId && (
          <p className="np-links">
            <Link to="/children/$childId/consent" params={{ childId }}>
              What may be shared about {received.childName}
            </Link>
          </p>
        )}
      </Section>
      {received.isToFile && <FileIt data={data} />}
      {childId && <WhoElse data={data} />}
    </Page>
  );
}

function rowsOf({ received, basis }: Received): readonly SummaryRow[] {
  return [
    { key: "Shared by", value: `${received.by.name}, from the file of ${received.from}` },
    { key: "What for", value: received.purpose },
    { key: "It rests on", value: basis },
    { key: "Shared on", value: dateInWords(received.on) },
    {
      key: "Until",
      value: received.lastDay === undefined ? "It is taken back" : dateInWords(received.lastDay),
    },
    { key: "How it stands", value: <Filed received={received} /> },
  ];
}

const { as, because } = FileReceived.shape;
const Screen = fromForm(z.object({ as, because }));

/** It came in from another agency: the named person says whether it matters for the child. */
function FileIt({ data: { received, may } }: { readonly data: Received }) {
  const { releaseId } = received;
  const idempotencyKey = useIdempotencyKey();
  const file = useChange(trpc.consent.file.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `file:${releaseId}`, ["because"]);
  return (
    <Section title="File it">
      <Form
        form={form}
        draft={draft}
        submit="File it"
        notAllowed={whyNot(may.file)}
        refusal={refusalView(file.error)}
        onSubmit={(filed) => file.mutateAsync({ ...filed, releaseId, idempotencyKey })}
      >
        <Radios
          name="as"
          label={`Is it relevant to ${received.childName}?`}
          hint="Until you file it, it is closed to everybody else here."
          options={optionsOf(filings)}
        />
        <TextArea name="because" label="Why?" rows={2} />
      </Form>
    </Section>
  );
}

/** The receiving named person decides who else needs it, one person at a time. */
function WhoElse({ data: { received, sharedOn, may } }: { readonly data: Received }) {
  const { releaseId, isToFile } = received;
  const href = useHref();
  const shut = whyNot(may.shareOn) ?? (isToFile ? "File it first: until then it is closed to others." : undefined);
  return (
    <Section title="Who else needs it">
      {sharedOn.length === 0 ? (
        <p className="govuk-body">You have shared it with nobody else.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {sharedOn.map((one) => (
            <li key={one.releaseId}>
              {one.to}, {dateInWords(one.on)}
              {one.isEnded && " (ended)"}
            </li>
          ))}
        </ul>
      )}
      {shut === undefined ? (
        <LinkButton kind="secondary" href={href({ to: "/shared-with-you/$releaseId/share", params: { releaseId } })}>
          Share it with somebody else
        </LinkButton>
      ) : (
        <Button kind="secondary" notAllowed={shut}>
          Share it with somebody else
        </Button>
      )}
    </Section>
  );
}

import { DeclareHome, DeclareKnownChild, familyTies, type Term } from "@linchpin/domain";
import {
  Anchor,
  DateText,
  EmptyState,
  Form,
  LinkButton,
  NotificationBanner,
  Page,
  Radios,
  Section,
  SummaryList,
  Table,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { z } from "zod";
import { fromForm, optionsOf } from "./answers.ts";
import type { Api } from "./api.ts";
import { type OutsideWorkSearch, outsideWorkQuery } from "./asked.ts";
import { asExact, checkExact, ExactChildFields, exactShape } from "./exact-child.tsx";
import { useChange, useIdempotencyKey } from "./forms.ts";
import { refusalView } from "./refusals.ts";

type Done = z.infer<typeof OutsideWorkSearch>["done"];
type OfApi = { readonly api: Api };

type PageProps = OfApi & { readonly done: Done; readonly toChild: string; readonly toHome: string };

/** What somebody said of children they know outside work and of where they live: their own words, and nothing of any record. */
export function OutsideWorkPage({ api, done, toChild, toHome }: PageProps) {
  const { data } = useSuspenseQuery(outsideWorkQuery(api));
  return (
    <Page title="Children you know outside work" actions={<LinkButton href={toChild}>Add a child</LinkButton>}>
      {done && <Said done={done} />}
      <p className="govuk-body">
        Say which children you know outside work: your own, relatives, children of friends. If there is a record of such
        a child, it closes to you at once, whatever your post, and your line manager sees to it that somebody else is
        put in. They are not told how you know the child. Only a privacy officer can open the record to you again.
      </p>
      <Table
        stacked="short"
        caption="Children you said you know"
        rows={data.children}
        rowKey={({ tieId }) => tieId}
        columns={[
          { heading: "Child", cell: ({ name, number }) => name ?? `Number ${number ?? ""}` },
          { heading: "Date of birth", cell: ({ bornOn }) => (bornOn ? <DateText day={bornOn} /> : "Not given") },
          { heading: "How you know them", cell: ({ tie }) => tie.label },
        ]}
        empty={
          <EmptyState title="You have named no child">
            <p className="govuk-body">This list is yours alone. It does not say whether there is a record.</p>
          </EmptyState>
        }
      />
      <Section title="Where you live">
        <p className="govuk-body">
          Your own address, phone and email are compared with those of children and their parents and carers. They are
          shown to nobody else.
        </p>
        {data.home === null ? (
          <p className="govuk-body">You have given none.</p>
        ) : (
          <SummaryList
            rows={[
              {
                key: "Address",
                value: [data.home.line1, data.home.postcode].filter(Boolean).join(", ") || "Not given",
              },
              { key: "Phone", value: data.home.phone ?? "Not given" },
              { key: "Email", value: data.home.email ?? "Not given" },
            ]}
          />
        )}
        <p className="govuk-body">
          <Anchor href={toHome}>{data.home === null ? "Say where you live" : "Change where you live"}</Anchor>
        </p>
      </Section>
    </Page>
  );
}

function Said({ done }: { readonly done: NonNullable<Done> }) {
  return (
    <NotificationBanner title="Kept" tone="done">
      <p className="govuk-body">
        {done === "child"
          ? "If there is such a record, you can no longer open it. If one is made later, it will be closed to you too."
          : "What you said is compared with children's records from now on. Any that match are closed to you."}
      </p>
    </NotificationBanner>
  );
}

type FormPageProps = OfApi & { readonly back: string; readonly onDone: () => unknown };

const Screen = z.object({ ...exactShape, tie: DeclareKnownChild.shape.tie }).superRefine(checkExact);
const OnScreen = fromForm(Screen);

/** Says that one knows a child. Whether there is such a record is never answered. */
export function DeclareChildPage({ api, back, onDone }: FormPageProps) {
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(OnScreen);
  const declare = useChange(api.trpc.access.outsideWork.declareChild.mutationOptions());
  return (
    <Page title="Add a child you know outside work" back={{ href: back, text: "Children you know outside work" }}>
      <p className="govuk-body">You will not be told whether there is a record of this child.</p>
      <Form
        form={form}
        submit="Add this child"
        refusal={refusalView(declare.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={async ({ tie, ...said }) => {
          await declare.mutateAsync({ idempotencyKey, child: asExact(said), tie });
          await onDone();
        }}
      >
        <ExactChildFields />
        <Radios name="tie" label="How do you know the child?" options={tieOptions} />
      </Form>
    </Page>
  );
}

const tieOptions = optionsOf(familyTies).map((option) => {
  const term: Term = familyTies[option.value as keyof typeof familyTies];
  return { ...option, hint: term.meaning };
});

/** Says where one lives and is reached outside work. */
export function DeclareHomePage({ api, back, onDone }: FormPageProps) {
  const { data } = useSuspenseQuery(outsideWorkQuery(api));
  const idempotencyKey = useIdempotencyKey();
  const { line1, postcode, phone, email } = data.home ?? {};
  const form = useCommandForm(DeclareHome, {
    defaultValues: {
      idempotencyKey,
      line1: line1 ?? "",
      postcode: postcode ?? "",
      phone: phone ?? "",
      email: email ?? "",
    },
  });
  const declare = useChange(api.trpc.access.outsideWork.declareHome.mutationOptions());
  return (
    <Page title="Where you live" back={{ href: back, text: "Children you know outside work" }}>
      <p className="govuk-body">
        It is compared with children's records and shown to nobody else. Leave empty what should not be compared.
      </p>
      <Form
        form={form}
        submit="Keep this"
        refusal={refusalView(declare.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={async (command) => {
          await declare.mutateAsync(command);
          await onDone();
        }}
      >
        <TextField name="line1" label="First line of your address" autoComplete="address-line1" optional />
        <TextField name="postcode" label="Postcode" width={10} autoComplete="postal-code" optional />
        <TextField name="phone" label="Your own phone" type="tel" width={20} autoComplete="tel" optional />
        <TextField name="email" label="Your own email" type="email" autoComplete="email" optional />
      </Form>
    </Page>
  );
}

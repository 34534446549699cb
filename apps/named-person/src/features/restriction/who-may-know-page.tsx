import { limits, NameReader } from "@linchpin/domain";
import { fromForm, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  ConfirmButton,
  DateText,
  EmptyState,
  Form,
  Page,
  RefusalPanel,
  Section,
  Select,
  Table,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { restrictionsQuery } from "./queries.ts";
import { colleagueOptions, type Known, type Restriction, type Restrictions, titleOf } from "./restriction-words.tsx";

const route = getRouteApi("/signed-in/children/$childId/kept-private/$restrictionId/who-may-know");
const { practitionerId, because } = NameReader.shape;
const Screen = fromForm(z.object({ practitionerId, because }));

/** Who may know what is kept private: named by whoever answers for it, each with a reason. */
export function WhoMayKnowPage() {
  const { childId, restrictionId } = route.useParams();
  const { data } = useSuspenseQuery(restrictionsQuery(childId));
  const href = useHref();
  const found = data.restrictions.find((one) => one.restrictionId === restrictionId);
  return (
    <Page
      title="Who may know"
      {...(found ? { caption: titleOf(found) } : {})}
      back={{ href: href({ to: "/children/$childId/kept-private", params: { childId } }), text: "Kept private" }}
    >
      {found?.known ? (
        <>
          {found.known.waiting.length > 0 && <Waiting restriction={found} known={found.known} />}
          <Readers restriction={found} known={found.known} />
          <NameSomebody data={data} restriction={found} known={found.known} />
        </>
      ) : (
        <EmptyState title="This is over, or it is not for you to say who may know" />
      )}
    </Page>
  );
}

type Of = { readonly restriction: Restriction; readonly known: Known };

/** Who came later and has to know as a rule: until somebody says so, they do not. */
function Waiting({ restriction: { restrictionId, may }, known }: Of) {
  const keepFrom = useChange(trpc.restriction.keepFrom.mutationOptions());
  const refusal = refusalView(keepFrom.error);
  const keep = (of: string) =>
    keepFrom
      .mutateAsync({ restrictionId, practitionerId: of, idempotencyKey: crypto.randomUUID() })
      .catch(() => undefined); // the refusal is on the page
  return (
    <Section title="Who came later, and does not know">
      {refusal && <RefusalPanel {...refusal} />}
      <p className="govuk-body">To let one of them know, choose them at the end of this page and say why.</p>
      <Table
        stacked="short"
        caption="Who came later, and does not know"
        captionHidden
        rows={known.waiting}
        rowKey={(one) => one.practitionerId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Part in the child's care", cell: (one) => one.as },
          { heading: "Since", cell: (one) => <DateText day={one.since} /> },
          ...(may.name.may
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: (one: Known["waiting"][number]) => (
                    <ConfirmButton
                      question={`Keep it from ${one.name}? They are told nothing.`}
                      confirm="Keep it from them"
                      onConfirm={() => keep(one.practitionerId)}
                    >
                      Keep it from them <span className="govuk-visually-hidden">({one.name})</span>
                    </ConfirmButton>
                  ),
                },
              ]
            : []),
        ]}
        empty={null}
      />
    </Section>
  );
}

function Readers({ restriction: { restrictionId, may }, known }: Of) {
  const endReader = useChange(trpc.restriction.endReader.mutationOptions());
  const refusal = refusalView(endReader.error);
  const end = (of: string) =>
    endReader
      .mutateAsync({ restrictionId, practitionerId: of, idempotencyKey: crypto.randomUUID() })
      .catch(() => undefined); // the refusal is on the page
  return (
    <>
      {refusal && <RefusalPanel {...refusal} />}
      <Table
        stacked="short"
        caption="Who may know now"
        captionHidden
        rows={known.readers}
        rowKey={(one) => one.practitionerId}
        columns={[
          { heading: "Name", cell: ({ name }) => name },
          { heading: "Why", cell: (one) => <span className="np-prose">{one.because}</span> },
          { heading: "Since", cell: ({ since }) => <DateText day={since} /> },
          ...(may.name.may
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: (one: (typeof known.readers)[number]) =>
                    one.isOwner ? (
                      "Answers for it"
                    ) : (
                      <ConfirmButton
                        question={`Keep it from ${one.name} from now on?`}
                        confirm="Keep it from them"
                        onConfirm={() => end(one.practitionerId)}
                      >
                        Keep it from them <span className="govuk-visually-hidden">({one.name})</span>
                      </ConfirmButton>
                    ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title="Nobody is named" />}
      />
    </>
  );
}

function NameSomebody({ data, restriction, known }: Of & { readonly data: Restrictions }) {
  const { restrictionId, may } = restriction;
  const idempotencyKey = useIdempotencyKey();
  const name = useChange(trpc.restriction.nameReader.mutationOptions());
  const form = useCommandForm(Screen);
  const draft = useDraftOf<z.input<typeof Screen>>(api, `may-know:${restrictionId}`, ["because"]);
  const options = colleagueOptions(data.colleagues, (one) =>
    known.readers.some((reader) => reader.practitionerId === one.practitionerId),
  );
  if (options.length === 0) return <EmptyState title="Everybody with a part in this child's care may know already" />;
  return (
    <Section title="Let somebody know">
      <Form
        form={form}
        draft={draft}
        submit="Let them know"
        notAllowed={whyNot(may.name)}
        refusal={refusalView(name.error)}
        onSubmit={async (said) => {
          await name.mutateAsync({ ...said, restrictionId, idempotencyKey });
          form.reset({ practitionerId: "", because: "" });
        }}
      >
        <Select
          name="practitionerId"
          label="Who?"
          hint="People with a part in the child's care. They are told that they may know."
          options={options}
        />
        <TextArea name="because" label="Why may they know?" rows={2} most={limits.prose} />
      </Form>
    </Section>
  );
}

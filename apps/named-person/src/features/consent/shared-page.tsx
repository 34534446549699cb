import { CompleteRelease, OpenCopy, sharingReasons, TellOfRelease } from "@linchpin/domain";
import {
  fromForm,
  Link,
  optionsOf,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
} from "@linchpin/portal";
import {
  dateInWords,
  Form,
  InsetText,
  LookupField,
  momentInWords,
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
import { findColleagues } from "../../forms.ts";
import type { Answers } from "../../views.ts";
import { ToldFields } from "../concern/told.tsx";
import { basisInWords, toldInWords } from "./consent-words.ts";
import { releaseQuery } from "./queries.ts";
import { Stands } from "./releases.tsx";

const route = getRouteApi("/signed-in/children/$childId/consent/shared/$releaseId");
type Shared = Answers["consent"]["released"];

/** One thing that was shared: the copy as it went, and who knows of it. */
export function SharedPage() {
  const { childId, releaseId } = route.useParams();
  const { data } = useSuspenseQuery(releaseQuery(releaseId));
  const href = useHref();
  const { release, copy, may } = data;
  return (
    <Page
      title={release.title}
      caption={`Shared with ${release.to.name}`}
      back={{ href: href({ to: "/children/$childId/consent", params: { childId } }), text: "Consent and sharing" }}
      actions={<PrintButton />}
    >
      <SummaryList rows={rowsOf(data)} />
      <Section title="The copy as it went">
        {copy === undefined ? (
          <OpenCopyForm data={data} />
        ) : (
          <InsetText>
            <span className="np-prose">{copy}</span>
          </InsetText>
        )}
        <Openings openings={data.openings} />
      </Section>
      <p className="np-links">
        <Link to="/children/$childId/decisions/$decisionId" params={{ childId, decisionId: release.decisionId }}>
          Open the decision
        </Link>
      </p>
      {may.tell.may &&
        (["child", "family"] as const)
          .filter((whom) => release[`${whom}Told`].told === "not-yet")
          .map((whom) => <Tell key={whom} releaseId={releaseId} whom={whom} />)}
      {release.isIncomplete && may.complete.may && <Complete data={data} />}
    </Page>
  );
}

function rowsOf({ release }: Shared): readonly SummaryRow[] {
  return [
    { key: "With whom", value: `${release.to.name}, ${release.to.agency}` },
    { key: "What for", value: release.purpose },
    { key: "It rests on", value: basisInWords(release) },
    ...(release.reasonWords === undefined
      ? []
      : [{ key: release.reason ?? "The reason", value: <span className="np-prose">{release.reasonWords}</span> }]),
    { key: "Shared", value: `${dateInWords(release.on)}, by ${release.by.name} from the file of ${release.from}` },
    { key: "The child", value: toldInWords(release.childTold) },
    { key: "The family", value: toldInWords(release.familyTold) },
    { key: "How it stands", value: <Stands release={release} /> },
  ];
}

const Why = z.object({ because: OpenCopy.shape.because });

/** The copy is for the two between whom it went; a manager of one of them says why they need to read it. */
function OpenCopyForm({ data: { release, may } }: { readonly data: Shared }) {
  const { releaseId } = release;
  const idempotencyKey = useIdempotencyKey();
  const open = useChange(trpc.consent.openCopy.mutationOptions());
  const form = useCommandForm(Why);
  const draft = useDraftOf<z.input<typeof Why>>(api, `copy:${releaseId}`, ["because"]);
  if (!may.openCopy.may) return <p className="govuk-body">{may.openCopy.why}</p>;
  return (
    <Form
      form={form}
      draft={draft}
      submit="Open the copy for an hour"
      refusal={refusalView(open.error)}
      onSubmit={({ because }) => open.mutateAsync({ because, releaseId, idempotencyKey })}
    >
      <TextArea
        name="because"
        label="Why do you need to read the copy?"
        hint={`${release.by.name}, who shared it, is told that you read it. Your reason stays beside it.`}
        rows={2}
      />
    </Form>
  );
}

function Openings({ openings }: Pick<Shared, "openings">) {
  return (
    openings.length > 0 && (
      <>
        <p className="govuk-body">Read by managers who said why:</p>
        <ul className="govuk-list govuk-list--bullet">
          {openings.map(({ openingId, name, because, at }) => (
            <li key={openingId}>
              {name}, {momentInWords(at)}: {because}
            </li>
          ))}
        </ul>
      </>
    )
  );
}

const ToldOnScreen = fromForm(z.object({ told: TellOfRelease.shape.told }));

function Tell({ releaseId, whom }: { readonly releaseId: string; readonly whom: "child" | "family" }) {
  const idempotencyKey = useIdempotencyKey();
  const tell = useChange(trpc.consent.tell.mutationOptions());
  const form = useCommandForm(ToldOnScreen);
  const draft = useDraftOf<z.input<typeof ToldOnScreen>>(api, `shared:${releaseId}:${whom}`, ["told"]);
  return (
    <Section title={`Telling the ${whom}`}>
      <Form
        form={form}
        draft={draft}
        submit={`Record it of the ${whom}`}
        refusal={refusalView(tell.error)}
        onSubmit={({ told }) => tell.mutateAsync({ told, whom, releaseId, idempotencyKey })}
      >
        <ToldFields name="told" label={`Has the ${whom} been told what went, to whom and when?`} notYet={false} />
      </Form>
    </Section>
  );
}

const { decidedById, reason, reasonWords } = CompleteRelease.shape;
const Decided = fromForm(z.object({ decidedById, reason, reasonWords }));

/** It went before anybody wrote down who decided: that is done here. */
function Complete({ data: { release } }: { readonly data: Shared }) {
  const idempotencyKey = useIdempotencyKey();
  const complete = useChange(trpc.consent.complete.mutationOptions());
  const form = useCommandForm(Decided);
  const draft = useDraftOf<z.input<typeof Decided>>(api, `shared:${release.releaseId}:decided`, ["reasonWords"]);
  return (
    <Section title="Who decided to share it, and why">
      <Form
        form={form}
        draft={draft}
        submit="Write it down"
        refusal={refusalView(complete.error)}
        onSubmit={(decided) => complete.mutateAsync({ ...decided, releaseId: release.releaseId, idempotencyKey })}
      >
        <LookupField name="decidedById" label="Who decided?" find={findColleagues} />
        <Radios name="reason" label="How good was the reason?" options={optionsOf(sharingReasons)} />
        <TextArea name="reasonWords" label="Why?" rows={3} />
      </Form>
    </Section>
  );
}

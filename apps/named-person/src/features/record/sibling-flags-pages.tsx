import { EndHoldBackFlagOnScreen, HoldBackFlagOnScreen } from "@linchpin/domain";
import { fromForm, Link, refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  EmptyState,
  Form,
  LinkButton,
  LookupField,
  momentInWords,
  Page,
  Section,
  Table,
  TextField,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { trpc } from "../../api.ts";
import { findColleagues } from "../../forms.ts";
import { useTerms } from "../../terms.ts";
import type { Answers } from "../../views.ts";
import { siblingsQuery } from "./common-element-queries.ts";

const listRoute = getRouteApi("/signed-in/children/$childId/whole-world/held-back");
const holdRoute = getRouteApi("/signed-in/children/$childId/whole-world/held-back/from");
const endRoute = getRouteApi("/signed-in/children/$childId/whole-world/held-back/$holdId/end");
const Hold = fromForm(HoldBackFlagOnScreen);
const End = fromForm(EndHoldBackFlagOnScreen);
const list = (childId: string) => ({ to: "/children/$childId/whole-world/held-back", params: { childId } }) as const;
type Held = NonNullable<Answers["people"]["siblings"]["get"]["heldBack"]>["holds"][number];

const useHolds = (childId: string): readonly Held[] | undefined =>
  useSuspenseQuery(siblingsQuery(childId)).data.heldBack?.holds;

/** Why none of these pages has anything on it for whoever is not the child's named person. */
function NotTheirs() {
  const { namedPerson } = useTerms();
  return <EmptyState title={`This child's ${namedPerson} decides what is told`} />;
}

/** What the named persons of brothers and sisters are told, and from whom it is held back (HD-19). */
export function HeldBackPage() {
  const { childId } = listRoute.useParams();
  const holds = useHolds(childId);
  const { namedPerson } = useTerms();
  const href = useHref();
  return (
    <Page
      title="What is told of this child"
      back={{
        href: href({ to: "/children/$childId/whole-world", params: { childId } }),
        text: "The child's whole world",
      }}
    >
      {holds === undefined ? (
        <NotTheirs />
      ) : (
        <>
          <p className="govuk-body">
            When a concern or a plan opens or closes for this child, the {namedPerson}s of brothers and sisters are told
            that it did, and to speak to you. What it is about is not told.
          </p>
          <p className="govuk-body">
            You can hold that back from a worker by name. Your name and how to reach you stay on their page, and nothing
            there says that it is held back.
          </p>
          <Section
            title="Held back from"
            actions={
              <LinkButton
                kind="secondary"
                href={href({ to: "/children/$childId/whole-world/held-back/from", params: { childId } })}
              >
                Hold it back from a worker
              </LinkButton>
            }
          >
            <Holds
              childId={childId}
              caption="Held back from"
              holds={holds.filter(({ ended }) => ended === null)}
              empty="It is held back from nobody"
            />
          </Section>
          {holds.some(({ ended }) => ended !== null) && (
            <Section title="Held back before">
              <Holds
                childId={childId}
                caption="Held back before"
                holds={holds.filter(({ ended }) => ended !== null)}
                empty="Nobody"
              />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

type ListProps = {
  readonly childId: string;
  readonly caption: string;
  readonly holds: readonly Held[];
  readonly empty: string;
};

function Holds({ childId, caption, holds, empty }: ListProps) {
  return (
    <Table
      stacked
      caption={caption}
      captionHidden
      rows={holds}
      rowKey={({ holdId }) => holdId}
      columns={[
        { heading: "Who", cell: ({ name }) => name },
        { heading: "Why", cell: ({ because }) => <span className="np-prose">{because}</span> },
        {
          heading: "Since",
          cell: ({ since, by }) => (
            <>
              {momentInWords(since)}
              <span className="np-note">By {by}</span>
            </>
          ),
        },
        {
          heading: "Until",
          cell: ({ ended, holdId, name }) =>
            ended === null ? (
              <Link to="/children/$childId/whole-world/held-back/$holdId/end" params={{ childId, holdId }}>
                Let them hear of it again<span className="govuk-visually-hidden">: {name}</span>
              </Link>
            ) : (
              <>
                {momentInWords(ended.at)}
                <span className="np-note">
                  By {ended.by}: {ended.because}
                </span>
              </>
            ),
        },
      ]}
      empty={<EmptyState title={empty} />}
    />
  );
}

/** Hold back from a worker by name that something is open for this child. */
export function HoldBackPage() {
  const { childId } = holdRoute.useParams();
  const holds = useHolds(childId);
  const { namedPerson } = useTerms();
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const change = useChange(trpc.people.siblings.holdBack.mutationOptions());
  const form = useCommandForm(Hold);
  const back = list(childId);
  return (
    <Page title="Hold it back from a worker" back={{ href: href(back), text: "What is told of this child" }}>
      {holds === undefined ? (
        <NotTheirs />
      ) : (
        <>
          <p className="govuk-body">
            From now on they are not told that a concern or a plan opens or closes for this child, as {namedPerson} of a
            brother or sister. A part they have in this child's own care stays as it is.
          </p>
          <Form
            form={form}
            submit="Hold it back"
            refusal={refusalView(change.error)}
            cancel={<Link {...back}>Cancel</Link>}
            onSubmit={async (said) => {
              await change.mutateAsync({ ...said, childId, idempotencyKey });
              await navigate({ ...back, replace: true });
            }}
          >
            <LookupField
              name="practitionerId"
              label="From whom?"
              hint="They do not read that it is held back."
              find={findColleagues}
            />
            <TextField
              name="because"
              label="Why?"
              hint={`Whoever is this child's ${namedPerson} after you reads it.`}
            />
          </Form>
        </>
      )}
    </Page>
  );
}

/** Let a worker hear of it again. */
export function EndHoldPage() {
  const { childId, holdId } = endRoute.useParams();
  const one = useHolds(childId)?.find((hold) => hold.holdId === holdId && hold.ended === null);
  const navigate = useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const change = useChange(trpc.people.siblings.endHold.mutationOptions());
  const form = useCommandForm(End);
  const back = list(childId);
  return (
    <Page
      title="Let them hear of it again"
      caption={one?.name}
      back={{ href: href(back), text: "What is told of this child" }}
    >
      {one === undefined ? (
        <EmptyState title="It is not held back here any more" />
      ) : (
        <>
          <p className="govuk-body">
            They are told at once of what opened meanwhile and is open still, and of what opens or closes from now on.
          </p>
          <Form
            form={form}
            submit="Let them hear of it"
            refusal={refusalView(change.error)}
            cancel={<Link {...back}>Cancel</Link>}
            onSubmit={async ({ because }) => {
              await change.mutateAsync({ holdId, because, idempotencyKey });
              await navigate({ ...back, replace: true });
            }}
          >
            <TextField name="because" label="Why is it no longer held back?" />
          </Form>
        </>
      )}
    </Page>
  );
}

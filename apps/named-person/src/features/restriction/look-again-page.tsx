import {
  EndRestriction,
  limits,
  RenewRestriction,
  restrictions,
  SafeContact as SafeContactShape,
} from "@linchpin/domain";
import {
  fromForm,
  Link,
  refusalView,
  useChange,
  useDraftOf,
  useHref,
  useIdempotencyKey,
  whyNot,
} from "@linchpin/portal";
import {
  DateField,
  type Draft,
  dateInWords,
  EmptyState,
  Form,
  Page,
  Radios,
  Select,
  SummaryList,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { api, trpc } from "../../api.ts";
import { restrictionsQuery } from "./queries.ts";
import { SafeContactFields } from "./record-restriction-page.tsx";
import { ownerOptions, type Restriction, type Restrictions, SafeContact, titleOf } from "./restriction-words.tsx";

const route = getRouteApi("/signed-in/children/$childId/kept-private/$restrictionId/look-again");
const { reviewOn, words, ownerId } = RenewRestriction.shape;
const renewed = { what: z.literal("renew"), reviewOn, words, ownerId };
const Screen = fromForm(
  z.discriminatedUnion(
    "what",
    [
      z.object({ ...renewed, contact: z.literal("same") }),
      z.object({ ...renewed, what: z.literal("move"), safeContact: SafeContactShape }),
      z.object({ what: z.literal("end"), because: EndRestriction.shape.because }),
    ],
    { error: "Choose what becomes of it" },
  ),
);

/** What a person writes here, whatever they choose. */
type Written = { words: string; because: string };

/** Look at something that is kept private again: leave it so until another day, or end it; who may not know puts in somebody who may. */
export function LookAgainPage() {
  const { childId, restrictionId } = route.useParams();
  const { data } = useSuspenseQuery(restrictionsQuery(childId));
  const href = useHref();
  const found = data.restrictions.find((one) => one.restrictionId === restrictionId);
  return (
    <Page
      title={found && !found.may.end.may ? "Put in somebody who answers for it" : "Look at it again"}
      {...(found ? { caption: titleOf(found) } : {})}
      back={{ href: href({ to: "/children/$childId/kept-private", params: { childId } }), text: "Kept private" }}
    >
      {found ? (
        <LookAgain data={data} restriction={found} />
      ) : (
        <EmptyState title="This is over, or was looked at a moment ago" />
      )}
    </Page>
  );
}

function LookAgain({ data, restriction }: { readonly data: Restrictions; readonly restriction: Restriction }) {
  const { childId } = data;
  const { restrictionId, safeContact, known, kind } = restriction;
  const knows = restriction.may.end.may;
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const renew = useChange(trpc.restriction.renew.mutationOptions());
  const end = useChange(trpc.restriction.end.mutationOptions());
  const form = useCommandForm(Screen, {
    defaultValues: {
      contact: "same",
      ...(knows ? {} : { what: "renew" }),
      ...(restriction.isYours ? { ownerId: restriction.owner.practitionerId } : {}),
    },
  });
  const draft = useDraftOf<Written>(api, `look-again:${restrictionId}`, ["words", "because"]);
  const stays = <StaysFields data={data} restriction={restriction} />;
  return (
    <>
      {known && (
        <SummaryList
          rows={[
            { key: "Why", value: <span className="np-prose">{known.reason}</span> },
            ...(safeContact ? [{ key: "Write to and call", value: <SafeContact {...safeContact} /> }] : []),
          ]}
        />
      )}
      <Form
        form={form}
        draft={draft as unknown as Draft<z.input<typeof Screen>>} // of its two texts, whichever is drawn
        submit="Save"
        notAllowed={whyNot(restriction.may.lookAgain)}
        refusal={refusalView(renew.error ?? end.error)}
        cancel={
          <Link to="/children/$childId/kept-private" params={{ childId }}>
            Cancel
          </Link>
        }
        onSubmit={async (said) => {
          if (said.what === "end") await end.mutateAsync({ restrictionId, because: said.because, idempotencyKey });
          else {
            const { reviewOn: day, words: why, ownerId: owner } = said;
            const moved = said.what === "move" ? { safeContact: said.safeContact } : {};
            await renew.mutateAsync({
              restrictionId,
              reviewOn: day,
              words: why,
              ownerId: owner,
              ...moved,
              idempotencyKey,
            });
          }
          await navigate({ to: "/children/$childId/kept-private", params: { childId }, replace: true });
        }}
      >
        {knows ? (
          <Radios
            name="what"
            label="What becomes of it?"
            options={[
              { value: "renew", label: "It stays as it is", reveal: stays },
              ...(kind === "whereabouts"
                ? [
                    {
                      value: "move",
                      label: "It stays, with another safe contact",
                      reveal: (
                        <>
                          <SafeContactFields />
                          {stays}
                        </>
                      ),
                    },
                  ]
                : []),
              {
                value: "end",
                label: "It ends",
                hint:
                  kind === "whereabouts"
                    ? "Everybody with a part in the child's care sees the address, the school and the carers again, from this second."
                    : "This adult is offered again wherever somebody writes to the family.",
                reveal: <TextArea name="because" label="Why does it end?" rows={3} most={limits.prose} />,
              },
            ]}
          />
        ) : (
          <>
            <p className="govuk-body">
              It is kept from you why this is private, and nobody is left who may know. Whoever you put in reads why,
              has a part in the child's care while they answer for it, and may end it.
            </p>
            {stays}
          </>
        )}
      </Form>
    </>
  );
}

function StaysFields({ data, restriction }: { readonly data: Restrictions; readonly restriction: Restriction }) {
  return (
    <>
      <TextArea
        name="words"
        label={restriction.may.end.may ? "Why is it still needed?" : "Why does somebody else have to answer for it?"}
        rows={3}
        most={limits.prose}
      />
      <Select name="ownerId" label="Who answers for it from now on?" options={ownerOptions(data, restriction)} />
      <DateField
        name="reviewOn"
        label="Looked at again by"
        hint={`At most ${restrictions.daysToReview} days away: ${dateInWords(data.lastReviewDay)} at the latest`}
      />
    </>
  );
}

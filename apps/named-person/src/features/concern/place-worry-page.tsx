import { PlaceWorry } from "@linchpin/domain";
import { refusalView, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  count,
  Details,
  EmptyState,
  Form,
  MomentText,
  Page,
  Radios,
  SearchField,
  Section,
  SummaryList,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import { ElsewhereForm } from "./worry-elsewhere-form.tsx";
import { worryToPlaceQuery } from "./worry-queries.ts";

const route = getRouteApi("/signed-in/worries-to-place/$worryId");
type ToPlace = Answers["concern"]["worries"]["one"];

/** Say which child of the roll a worry is about, or that it is about none of them. */
export function PlaceWorryPage() {
  const { worryId } = route.useParams();
  const { name } = route.useSearch();
  const navigate = route.useNavigate();
  const href = useHref();
  const { data } = useSuspenseQuery(worryToPlaceQuery(worryId, name));
  const { worry, children } = data;
  return (
    <Page
      title={`Whom is it about: ${worry.about}`}
      back={{ href: href({ to: "/worries-to-place" }), text: "Worries to place" }}
    >
      <SummaryList
        rows={[
          { key: "Name as it was written", value: worry.about },
          { key: "Class", value: worry.group ?? "Not said" },
          { key: "Where", value: worry.establishment },
          { key: "Passed on by", value: worry.isMine ? "You" : worry.sender },
          { key: "When", value: <MomentText at={worry.at} /> },
        ]}
      />
      <p className="govuk-body">
        {worry.isMine
          ? "You passed it on yourself: choose the child you meant."
          : `In doubt, ask ${worry.sender} whom they mean.`}
      </p>
      <SearchField
        label="Look for another name on the roll"
        value={name}
        onSearch={(text) => void navigate({ search: text === "" ? {} : { name: text } })}
      />
      {children.length === 0 ? (
        <EmptyState title="Nobody on this roll fits" />
      ) : (
        <PlaceForm key={children.map(({ childId }) => childId).join()} data={data} />
      )}
      <Section title="It is about none of them">
        <Details summary="Another roll, or nobody who can be found">
          <ElsewhereForm data={data} />
        </Details>
      </Section>
    </Page>
  );
}

const Chosen = z.object({ childId: PlaceWorry.shape.childId });

function PlaceForm({ data: { worry, children } }: { readonly data: ToPlace }) {
  const navigate = route.useNavigate();
  const idempotencyKey = useIdempotencyKey();
  const place = useChange(trpc.concern.worries.place.mutationOptions());
  const form = useCommandForm(Chosen);
  return (
    <Form
      form={form}
      submit="It is about this child"
      refusal={refusalView(place.error)}
      onSubmit={async ({ childId }) => {
        await place.mutateAsync({ childId, worryId: worry.worryId, version: worry.version, idempotencyKey });
        await navigate({ to: "/worries-to-place", replace: true });
      }}
    >
      <Radios
        name="childId"
        label={`Which child? ${count(children.length, "child fits", "children fit")}`}
        options={children.map(({ childId, name, group, hasReceiver }) => ({
          value: childId,
          label: group === undefined ? name : `${name}, ${group}`,
          ...(hasReceiver ? {} : { hint: "Nobody is named for this child yet: assign somebody first" }),
        }))}
      />
    </Form>
  );
}

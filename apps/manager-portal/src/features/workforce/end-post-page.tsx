import { EndPost } from "@linchpin/domain";
import { fromForm, Link, refusalView, serverDraft, useChange, useHref, useIdempotencyKey } from "@linchpin/portal";
import {
  Anchor,
  DateField,
  Details,
  dateInWords,
  EmptyState,
  Form,
  NotificationBanner,
  Page,
  PrintButton,
  Radios,
  Section,
  SummaryList,
  Table,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Leaving } from "../../views.ts";
import { leavingQuery } from "./queries.ts";

const route = getRouteApi("/signed-in/register/$practitionerId/post");
const Schema = fromForm(EndPost);

type Of = { readonly leaving: Leaving };

/** Ends a post of somebody who leaves, beside what that leaves open. */
export function EndPostPage() {
  const { practitionerId } = route.useParams();
  const { done } = route.useSearch();
  const href = useHref();
  const { data: leaving } = useSuspenseQuery(leavingQuery(practitionerId));
  return (
    <Page
      title="End a post"
      caption={leaving.name}
      back={{ href: href({ to: "/register" }), text: "Register" }}
      actions={<PrintButton />}
    >
      {done && (
        <NotificationBanner title="Done" tone="done">
          <p className="govuk-body">The last day of the post is on record.</p>
        </NotificationBanner>
      )}
      <LeftOpen leaving={leaving} />
      {leaving.posts.length === 0 ? (
        <EmptyState title={`${leaving.name} has no post any more`} />
      ) : (
        <EndOrMove leaving={leaving} />
      )}
    </Page>
  );
}

/** While a post has no last day the form stands open; once each has one, nobody is asked again what they have said. */
function EndOrMove({ leaving }: Of) {
  const { posts } = leaving;
  const form = <End key={posts.map(({ version }) => version).join()} leaving={leaving} />;
  if (posts.some(({ lastDay }) => lastDay === undefined)) return form;
  return (
    <>
      {posts.map((post) => (
        <p key={post.postId} className="govuk-body">
          {postInWords(post)}
        </p>
      ))}
      <Details summary="Change the last day">{form}</Details>
    </>
  );
}

/** What stays with somebody on record until another takes it over. */
function LeftOpen({ leaving: { name, holds, namedPersonFor, leads } }: Of) {
  const children = namedPersonFor.map((child) => ({ child, what: "Named person", planId: undefined }));
  const plans = leads.map(({ planId, child }) => ({ child, what: "Lead professional", planId }));
  return (
    <Section title="What this leaves open">
      <p className="govuk-body">
        All of it stays {name}'s on record until somebody else takes it over. From the day after the post ends the
        children and plans are on the lists of those without.
      </p>
      <SummaryList
        rows={[
          { key: "Named person for", value: counted(holds.namedPersonFor, "child", "children") },
          { key: "Leads", value: counted(holds.leads, "plan", "plans") },
          { key: "Proposed as lead of", value: counted(holds.proposals, "plan", "plans") },
          { key: "Owes", value: counted(holds.duties, "thing", "things") },
          { key: "Manages", value: counted(holds.manages, "person", "people") },
        ]}
      />
      {children.length + plans.length > 0 && (
        <Table
          caption="Children this leaves without somebody"
          stacked
          rows={[...plans, ...children]}
          rowKey={({ planId, child }) =>
            `${planId ?? "named"} ${child.visibility === "full" ? child.childId : "restricted"}`
          }
          columns={[
            { heading: "Child", cell: ({ child }) => childInWords(child) },
            { heading: "As what", cell: ({ what }) => what },
          ]}
        />
      )}
      {holds.leads > 0 && (
        <p className="govuk-body">
          <Link to="/without-lead">Children with no lead professional</Link>
        </p>
      )}
    </Section>
  );
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

function End({ leaving }: Of) {
  const navigate = route.useNavigate();
  const href = useHref();
  const { practitionerId, posts } = leaving;
  const [only] = posts;
  const idempotencyKey = useIdempotencyKey();
  const form = useCommandForm(Schema, {
    defaultValues: {
      idempotencyKey,
      postId: posts.length === 1 ? (only?.postId ?? "") : "",
      version: only?.version ?? 1,
      lastDay: "" as never,
      reason: "",
    },
  });
  const end = useChange(trpc.workforce.endPost.mutationOptions());
  const draft = useMemo(() => serverDraft<EndPost>(api, `end-post:${practitionerId}`), [practitionerId]);
  const versionOf = (postId: string) => posts.find((one) => one.postId === postId)?.version ?? 1;
  return (
    <Form
      form={form}
      draft={draft}
      kind="warning"
      submit="End the post"
      submitting="Ending"
      refusal={refusalView(end.error)}
      onSubmit={(command) =>
        end
          .mutateAsync({ ...command, version: versionOf(command.postId) })
          .then(() => navigate({ search: { done: true }, replace: true }))
      }
      cancel={<Anchor href={href({ to: "/register" })}>Keep it</Anchor>}
    >
      {posts.length === 1 && only ? (
        <p className="govuk-body">{postInWords(only)}</p>
      ) : (
        <Radios
          name="postId"
          label="Which post ends?"
          options={posts.map((post) => ({ value: post.postId, label: postInWords(post) }))}
        />
      )}
      <DateField name="lastDay" label="Last day in the post" />
      <TextArea name="reason" label="Why does it end?" rows={3} />
    </Form>
  );
}

const postInWords = ({ title, agencyName, lastDay }: Leaving["posts"][number]) =>
  `${title}, ${agencyName}${lastDay === undefined ? "" : `, ends with ${dateInWords(lastDay)}`}`;

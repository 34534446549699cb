import { limits, SayOnListOnScreen, wordsOnList } from "@linchpin/domain";
import { fromForm, optionsOf, refusalView, useChange, useDraftOf, useHref, useIdempotencyKey } from "@linchpin/portal";
import { Anchor, DateText, ErrorState, Form, Page, Radios, SummaryList, TextArea, useCommandForm } from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { z } from "zod";
import { api, trpc } from "../../api.ts";
import { ownLinesQuery } from "./who-does-what-queries.ts";

const route = getRouteApi("/signed-in/your-part/$lineId");
const Said = fromForm(SayOnListOnScreen);

/** My own part in a child's plan: read and clear, or a question. All that a light account sees of the list. */
export function SayOwnLinePage() {
  const { lineId } = route.useParams();
  const { data } = useSuspenseQuery(ownLinesQuery());
  const navigate = route.useNavigate();
  const href = useHref();
  const idempotencyKey = useIdempotencyKey();
  const say = useChange(trpc.plan.whoDoesWhat.sayOwn.mutationOptions());
  const form = useCommandForm(Said);
  const draft = useDraftOf<z.input<typeof Said>>(api, `own-line:${lineId}`, ["words"]);
  const line = data.lines.find((one) => one.lineId === lineId);
  if (line === undefined) return <ErrorState kind="not-found" />;
  const back = href({ to: "/your-actions" });
  return (
    <Page title="Is your part clear?" caption={line.child} back={{ href: back, text: "Your actions" }}>
      <SummaryList
        rows={[
          ...line.does.map(({ what, dueOn }) => ({
            key: what,
            value: dueOn === undefined ? "No day set" : <DateText day={dueOn} />,
          })),
          ...line.said.map(({ says, words, on, by }) => ({
            key: says.label,
            value: (
              <>
                {words}
                <span className="np-note">
                  <DateText day={on} />, {by}
                </span>
              </>
            ),
          })),
        ]}
      />
      <Form
        form={form}
        draft={draft}
        submit="Say it"
        refusal={refusalView(say.error)}
        cancel={<Anchor href={back}>Cancel</Anchor>}
        onSubmit={async (said) => {
          await say.mutateAsync({ ...said, lineId, idempotencyKey });
          await navigate({ to: "/your-actions", search: { done: true }, replace: true });
        }}
      >
        <Radios
          name="says"
          label="Is it clear what you do?"
          options={optionsOf(wordsOnList).map((option) =>
            option.value === "asks"
              ? { ...option, reveal: <TextArea name="words" label="What do you ask?" rows={3} most={limits.prose} /> }
              : option,
          )}
        />
      </Form>
    </Page>
  );
}

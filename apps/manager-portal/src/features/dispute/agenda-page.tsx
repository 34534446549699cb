import { refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Anchor,
  Button,
  ButtonGroup,
  ConfirmButton,
  DateText,
  dateInWords,
  EmptyState,
  LinkButton,
  momentInWords,
  Page,
  PrintButton,
  RefusalPanel,
  Section,
  Table,
  Tag,
  WarningText,
} from "@linchpin/ui";
import { useSuspenseQuery } from "@tanstack/react-query";
import { trpc } from "../../api.ts";
import { childInWords } from "../../child.ts";
import type { Answers } from "../../views.ts";
import { agendaQuery } from "./group-queries.ts";

type Agenda = Answers["dispute"]["agenda"]["list"];
type Item = Agenda["requests"][number];
type Meeting = Agenda["meetings"][number];

/** The group's meetings with what is before the reader at each, and what waits on the co-ordinator's desk. */
export function AgendaPage() {
  const { data } = useSuspenseQuery(agendaQuery());
  const href = useHref();
  const shut = whyNot(data.keep);
  if (!data.hasGroup)
    return (
      <Page title="Service Managers' Group">
        <EmptyState title="The documents of this area know no such group" />
      </Page>
    );
  return (
    <Page title="Service Managers' Group" actions={<PrintButton />}>
      {data.alerts.map((alert) => (
        <WarningText key={alert}>{alert}</WarningText>
      ))}
      <p className="govuk-body">
        {data.coordinator === undefined
          ? "Nobody keeps the agenda."
          : `${data.coordinator.name}, Integrated Services Co-ordinator, keeps the agenda.`}{" "}
        <Anchor href={href({ to: "/group/seats" })}>Who sits in the group</Anchor>
      </p>
      {data.isYours && <Requests requests={data.requests} />}
      <Section title="Meetings">
        {data.meetings.length === 0 && (
          <EmptyState title="No meeting is set">
            <p className="govuk-body">An item is placed on the agenda of a meeting by the co-ordinator.</p>
          </EmptyState>
        )}
        {shut === undefined ? (
          <LinkButton kind="secondary" href={href({ to: "/group/meetings/new" })}>
            Set a meeting
          </LinkButton>
        ) : (
          <Button kind="secondary" notAllowed={shut}>
            Set a meeting
          </Button>
        )}
      </Section>
      {data.meetings.map((meeting) => (
        <OneMeeting key={meeting.meetingId} meeting={meeting} isYours={data.isYours} />
      ))}
    </Page>
  );
}

function Requests({ requests }: { readonly requests: readonly Item[] }) {
  return (
    <Section title="Asked for">
      <Items
        items={requests}
        caption="Items on no agenda yet, the longest waiting first"
        empty={
          <EmptyState title="Nothing waits for you">
            <p className="govuk-body">What is asked from a plan is listed here until it is placed or given back.</p>
          </EmptyState>
        }
      />
    </Section>
  );
}

function OneMeeting({ meeting, isYours }: { readonly meeting: Meeting; readonly isYours: boolean }) {
  const { meetingId, version, heldOn, isPast, publishedOn, items, decided } = meeting;
  const idempotencyKey = useIdempotencyKey();
  const publish = useChange(trpc.dispute.agenda.publish.mutationOptions());
  const refusal = refusalView(publish.error);
  return (
    <Section title={dateInWords(heldOn)}>
      <p className="govuk-body">
        {publishedOn === undefined ? (
          <Tag colour={isPast ? "red" : "grey"}>Not published</Tag>
        ) : (
          <>
            <Tag colour="green">Published</Tag> <DateText day={publishedOn} />
          </>
        )}
        {decided > 0 && <>. Items decided: {decided}. What was decided is on the plans.</>}
      </p>
      {refusal && <RefusalPanel {...refusal} />}
      <Items
        items={items}
        caption={`On the agenda of ${dateInWords(heldOn)}`}
        empty={<EmptyState title={isYours ? "Nothing is on this agenda" : "Nothing is before you on this agenda"} />}
      />
      {isYours && publishedOn === undefined && items.length > 0 && (
        <ButtonGroup>
          <ConfirmButton
            question={`Publish the agenda of ${dateInWords(heldOn)}? Everybody who sits is told.`}
            confirm="Publish it"
            onConfirm={() => publish.mutateAsync({ idempotencyKey, meetingId, version }).catch(() => undefined)}
          >
            Publish the agenda
          </ConfirmButton>
        </ButtonGroup>
      )}
    </Section>
  );
}

type ItemsProps = { readonly items: readonly Item[]; readonly caption: string; readonly empty: React.ReactNode };

function Items({ items, caption, empty }: ItemsProps) {
  const href = useHref();
  return (
    <Table
      stacked="short"
      caption={caption}
      captionHidden
      rows={items.map((item, at) => ({ ...item, number: at + 1 }))}
      rowKey={({ groupItemId }) => groupItemId}
      columns={[
        {
          heading: "Child",
          cell: ({ child, groupItemId, number }) => (
            <Anchor href={href({ to: "/group/items/$groupItemId", params: { groupItemId } })}>
              {number}. {childInWords(child)}
            </Anchor>
          ),
        },
        {
          heading: "Why it comes",
          cell: ({ asked }) => (
            <>
              {asked?.reason.label}
              <span className="mp-note">{asked?.about}</span>
            </>
          ),
        },
        {
          heading: "Asked by",
          cell: ({ asked }) => (asked === undefined ? "" : `${asked.by.name}, ${momentInWords(asked.at)}`),
        },
      ]}
      empty={empty}
    />
  );
}

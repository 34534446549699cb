import { Link, refusalView, useChange, useHref, useIdempotencyKey, whyNot } from "@linchpin/portal";
import {
  Button,
  ButtonGroup,
  DateText,
  dateInWords,
  EmptyState,
  InsetText,
  LinkButton,
  RefusalPanel,
  Section,
  Table,
  Tag,
} from "@linchpin/ui";
import { trpc } from "../../api.ts";
import type { Child } from "../../views.ts";

type Status = Child["legalStatuses"][number];

/** Statuses in law or procedure, each with its dates; and whether anybody has looked. */
export function LegalStatuses({ child }: { readonly child: Child }) {
  const href = useHref();
  const { childId, legalStatuses: statuses, statusesConfirmedOn } = child;
  const shut = whyNot(child.can["legal-status.record"]);
  return (
    <Section title="Legal statuses">
      {statusesConfirmedOn === null ? (
        statuses.length > 0 && <InsetText>{notLookedForOthers}</InsetText>
      ) : (
        <p className="govuk-hint">Last looked for on {dateInWords(statusesConfirmedOn)}.</p>
      )}
      <Table
        stacked
        caption="Legal statuses"
        captionHidden
        rows={statuses}
        rowKey={(status) => status.legalStatusId}
        columns={[
          { heading: "Status", cell: (status) => <Named status={status} /> },
          { heading: "From", cell: (status) => <DateText day={status.from} /> },
          { heading: "Last day", cell: (status) => (status.lastDay ? <DateText day={status.lastDay} /> : "None set") },
          { heading: "Held by", cell: (status) => status.holder?.name ?? "Not recorded" },
          ...(shut === undefined
            ? [
                {
                  heading: "Change",
                  onScreenOnly: true,
                  cell: (status: Status) => <Changes childId={childId} status={status} />,
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState title="No legal status is recorded">
            {statusesConfirmedOn === null && <p className="govuk-body">{notLookedFor}</p>}
          </EmptyState>
        }
      />
      <ButtonGroup>
        {shut === undefined ? (
          <LinkButton kind="secondary" href={href({ to: "/children/$childId/statuses/record", params: { childId } })}>
            Record a legal status
          </LinkButton>
        ) : (
          <Button kind="secondary" notAllowed={shut}>
            Record a legal status
          </Button>
        )}
        {shut === undefined && <LookedAndThatIsAll key={child.version} child={child} />}
      </ButtonGroup>
    </Section>
  );
}

const notLookedForOthers =
  "Nobody has recorded that they looked for others. Until somebody does, these are not known to be all.";
const notLookedFor =
  "Nobody has recorded that they looked for one. Until somebody does, none is not known to mean none.";

function Named({ status: { label, detail, isCurrent } }: { readonly status: Status }) {
  return (
    <>
      {label} {!isCurrent && <Tag colour="grey">Ended</Tag>}
      {detail.length > 0 && <span className="np-note">{detail.join(". ")}</span>}
    </>
  );
}

function Changes({
  childId,
  status: { legalStatusId, label, isCurrent },
}: {
  readonly childId: string;
  readonly status: Status;
}) {
  const params = { childId, legalStatusId };
  return (
    <span className="np-links">
      <Link to="/children/$childId/statuses/$legalStatusId/correct" params={params}>
        Correct <span className="govuk-visually-hidden">{label}</span>
      </Link>
      {isCurrent && (
        <Link to="/children/$childId/statuses/$legalStatusId/end" params={params}>
          End <span className="govuk-visually-hidden">{label}</span>
        </Link>
      )}
    </span>
  );
}

/** Somebody has looked: what is listed is all there is, or there is none. */
function LookedAndThatIsAll({ child: { childId, version, legalStatuses } }: { readonly child: Child }) {
  const idempotencyKey = useIdempotencyKey();
  const confirm = useChange(trpc.people.legalStatus.confirm.mutationOptions());
  const refusal = refusalView(confirm.error);
  return (
    <>
      <Button
        kind="quiet"
        busy={confirm.isPending}
        onClick={() => confirm.mutate({ idempotencyKey, childId, version })}
      >
        {legalStatuses.some(({ isCurrent }) => isCurrent)
          ? "I looked, and these are all"
          : "I looked, and there are none"}
      </Button>
      {refusal && <RefusalPanel {...refusal} />}
    </>
  );
}

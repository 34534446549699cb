import { type LadderRule, localDate, type StageSaid } from "@linchpin/domain";
import { type Rulebook, rulebook } from "@linchpin/domain/rulebooks";

type Said = Pick<StageSaid, "stage" | "kind" | "order" | "whose" | "enteredBy" | "decides"> & {
  readonly title: string;
};

const stages: readonly Said[] = [
  {
    stage: "managers-word",
    title: "The manager speaks first",
    kind: "agreement",
    order: 1,
    whose: "proposed-leads-line-manager",
    enteredBy: ["proposed-leads-line-manager"],
    decides: true,
  },
  {
    stage: "kitchen-table",
    title: "Everybody sits round the kitchen table",
    kind: "meeting",
    order: 2,
    whose: "family",
    enteredBy: ["practitioners-involved"],
    decides: true,
  },
  {
    stage: "yes",
    title: "The person says yes",
    kind: "acceptance",
    order: 3,
    whose: "proposed-lead",
    enteredBy: ["proposed-lead"],
    decides: true,
  },
  {
    stage: "handshake",
    title: "The family shakes hands on it",
    kind: "agreement",
    order: 4,
    whose: "family",
    enteredBy: ["named-person", "practitioners-involved"],
    decides: true,
  },
];

const asRule = ({ title, ...said }: Said): LadderRule<unknown> => ({
  id: `invented.${said.stage}`,
  clause: { source: "Invented", at: String(said.order) },
  from: localDate("2000-01-01"),
  title,
  force: "must",
  apply: () => ({
    ...said,
    about: "area:invented",
    because: `${title}.`,
    ...(said.order === 4 ? { permits: "lead-professional.appoint" } : {}),
  }),
});

/** A rulebook that nobody has written: its agreement goes another way round, with stages of its own. In no register. */
export function inventedRulebook(): Rulebook {
  const base = rulebook("england");
  if (!base) throw new Error("there is no base to invent on");
  const aside = base.chapters.flatMap((chapter) =>
    (chapter.rules["lead-professional.agreement"]?.(defaults(base) as never) ?? []).map(({ id }) => id),
  );
  return {
    ...base,
    id: "invented",
    title: "An invented area",
    basedOn: base,
    sources: { Invented: { title: "What an invented area wrote", issued: base.from, status: "local procedure" } },
    chapters: [{ parameters: {}, rules: { "lead-professional.agreement": () => stages.map(asRule) as never } }],
    setsAside: Object.fromEntries(aside.map((id) => [id, "The invented area goes another way round."])),
  };
}

const defaults = (base: Rulebook) =>
  Object.fromEntries(
    base.chapters.flatMap(({ parameters }) => Object.entries(parameters).map(([name, { value }]) => [name, value])),
  );

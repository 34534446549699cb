import { classes } from "./classes.ts";
import { Clause } from "./clause.tsx";
import type { FindingView } from "./decision-view.ts";
import { keyed } from "./keyed.ts";
import { asSentence, whenInWords } from "./words.ts";

/** What stands in the way comes before what allows it; among equals the order given stays. */
const order = ["prevents", "unknown", "refers", "permits-if"];
const place = ({ effect, liftedBy }: FindingView): number => {
  const found = order.indexOf(effect);
  return liftedBy !== undefined || found < 0 ? order.length : found;
};

/** What each clause says, one after another. Used by the decision panel and by a refusal. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }) {
  const saysWhose = new Set(findings.map(({ whose }) => whose)).size > 1; // of one person throughout, the panel says who
  return (
    <ul className="lp-findings">
      {keyed(
        findings.toSorted((one, other) => place(one) - place(other)),
        ({ rule }) => rule,
      ).map(({ key, item }) => (
        <Finding key={key} finding={item} saysWhose={saysWhose} />
      ))}
    </ul>
  );
}

const effects: Record<string, string> = {
  permits: "Allows it",
  "permits-if": "Allows it once something is done",
  prevents: "Prevents it",
  refers: "Leaves it to a person",
  unknown: "Cannot tell yet",
};

type FindingProps = { readonly finding: FindingView; readonly saysWhose: boolean };

function Finding({ finding, saysWhose }: FindingProps) {
  const { because, whose, force, strength, clause, effect, needs, liftedBy, title } = finding;
  const words = (
    <span className="lp-finding__because">
      {saysWhose && whose && <strong>{whose}: </strong>}
      {because}
    </span>
  );
  return (
    <li className={classes("lp-finding", liftedBy && "lp-finding--lifted")}>
      <p className="lp-finding__says">
        <span className={`lp-force lp-force--${force}`}>{asSentence(force)}</span>
        {liftedBy ? <s>{words}</s> : words}
      </p>
      {liftedBy && <p className="lp-finding__lifted">Set aside: {liftedBy}</p>}
      <p className="lp-finding__source">
        <Clause clause={clause} />
        <span>{asSentence(strength)}</span>
        <span className={`lp-effect lp-effect--${liftedBy === undefined ? effect : "lifted"}`}>
          {effects[effect] ?? asSentence(effect)}
        </span>
        <span className="lp-finding__title">{title}</span>
      </p>
      {needs.length > 0 && !liftedBy && (
        <ul className="lp-needs" aria-label="Still needed">
          {keyed(needs, ({ what, from, by }) => `${what} ${from} ${by}`).map(({ key, item: { what, from, by } }) => (
            <li key={key}>
              <strong>Needs {neededInWords(what)}</strong> from {from}
              {by && <> by {whenInWords(by)}</>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const articles: Record<string, string> = {
  reason: "a reason",
  evidence: "evidence",
  approval: "approval",
  agreement: "agreement",
};

function neededInWords(what: string): string {
  return articles[what] ?? what;
}

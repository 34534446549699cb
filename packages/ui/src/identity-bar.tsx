import type { ReactNode } from "react";
import { DateText } from "./date-text.tsx";
import { Icon } from "./icon.tsx";
import { Tag, type TagColour } from "./tag.tsx";

export type IdentityBarProps =
  | { readonly visibility: "restricted" }
  | {
      readonly visibility: "full";
      readonly name: string;
      readonly preferredName?: string | undefined;
      /** "8 years", "5 months", "not yet born". */
      readonly age: string;
      readonly dateOfBirth?: string | undefined;
      readonly stage?: string | undefined;
      readonly namedPerson?: ReactNode;
      readonly leadProfessional?: ReactNode;
      /** The area's own words for the two roles. */
      readonly terms?: { readonly namedPerson?: string; readonly leadProfessional?: string } | undefined;
      readonly flags?: readonly { readonly text: string; readonly colour?: TagColour }[] | undefined;
    };

/** Whose record this is, at the top of every page about a child. A restricted record shows nothing at all. */
export function IdentityBar(props: IdentityBarProps) {
  if (props.visibility === "restricted") {
    return (
      <section className="lp-identity lp-identity--restricted" aria-label="Child">
        <Icon name="lock" />
        <p className="lp-identity__name">Restricted record</p>
      </section>
    );
  }
  const { name, preferredName, age, dateOfBirth, stage, terms, flags = [] } = props;
  return (
    <section className="lp-identity" aria-label="Child">
      <div className="lp-identity__top">
        <p className="lp-identity__name">
          {name}
          {preferredName && <span className="lp-identity__preferred"> likes to be called {preferredName}</span>}
        </p>
        {flags.length > 0 && (
          <ul className="lp-identity__flags" aria-label="Flags">
            {flags.map(({ text, colour }) => (
              <li key={text}>
                <Tag colour={colour ?? "orange"}>{text}</Tag>
              </li>
            ))}
          </ul>
        )}
      </div>
      <dl className="lp-identity__facts">
        <Fact name="Age" value={age} />
        <Fact name="Date of birth" value={dateOfBirth ? <DateText day={dateOfBirth} /> : "Not recorded"} />
        <Fact name="Stage" value={stage} />
        <Fact name={terms?.namedPerson ?? "Named person"} value={props.namedPerson} />
        <Fact name={terms?.leadProfessional ?? "Lead professional"} value={props.leadProfessional} />
      </dl>
    </section>
  );
}

/** A fact that does not apply (an area without named persons) is left out; one that is not recorded says so. */
function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  if (value === undefined) return null;
  return (
    <div className="lp-identity__fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

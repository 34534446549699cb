import { telHref } from "./people-words.ts";

export type ContactProps = {
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** It may tell where a child is, and that is kept from this reader. */
  readonly isKept?: boolean | undefined;
};

/** How to reach somebody: the links dial and write. */
export function Contact({ phone, email, isKept }: ContactProps) {
  if (isKept) return <p className="np-role__line">How to reach them is kept private with where the child is.</p>;
  if (!phone && !email) return <p className="np-role__line">How to reach them is not recorded.</p>;
  return (
    <p className="np-role__line">
      {phone && (
        <a className="govuk-link" href={telHref(phone)}>
          {phone}
        </a>
      )}
      {phone && email && <br />}
      {email && (
        <a className="govuk-link np-break" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </p>
  );
}

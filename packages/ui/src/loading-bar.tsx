/** The router's bar at the top of the window. It is said aloud as well as drawn. */
export function LoadingBar({ active }: { readonly active: boolean }) {
  return (
    <>
      {active && <div className="lp-loading" aria-hidden="true" />}
      <output className="govuk-visually-hidden">{active ? "Loading" : ""}</output>
    </>
  );
}
